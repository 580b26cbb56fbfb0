"""Two invented issues, and sentences on them that say what the statements say, and that do not."""

from briefgen.linking.basis import Basis, Cited
from briefgen.models import Stance
from briefgen.models.linking import DropReason

SAID: dict[str, tuple[Stance, str]] = {
    "pigeons": ("support", "Hives on the library would not harm the pigeons."),
    "honey": ("support", "Honey could feed forty families, and the children may learn patience."),
    "keepers": ("support", "The council should pay the keepers."),
    "swarm": ("oppose", "The watchmen cannot tell a swarm from a festival."),
    "insurer": ("oppose", "No insurer pays for stings — and the clinic lacks beds."),
    "opera": ("oppose", "If the mayor signs, the opera will lose its terrace."),
    "wages": ("oppose", "A keeper earns less than a lifeguard."),
    "order": (
        "oppose",
        "The budget was written to flatter the florists rather than to mend the roof.",
    ),
    "choir": ("oppose", "The choir will either rehearse in the cellar or sing through masks."),
    "hope": ("oppose", "It is a false hope that a hum calms the traffic."),
    "only": ("oppose", "Not only the tenants find wax on the stairs."),
    "ladder": (
        "conditional",
        "Hives are fine on the fire station, provided that the brigade keeps a ladder.",
    ),
    "moths": ("oppose", "Far from vanishing, moths would thrive beside hives."),
    "market": (
        "oppose",
        "In short, if the market closes, the bakers, tailors and cooks will leave.",
    ),
    "gulls": ("oppose", "It looks as if the gulls were winning."),
    "harvest": ("oppose", "The board should wait until the harvest."),
    "bell": ("oppose", "The school would ring its bell as long as swarms stay away."),
    "museum": ("unclear", "The museum may lend its garden."),
}
"""Statements by their ids."""
BASIS = Basis(
    "hives",
    "Hives on roofs",
    "The town should put beehives on public roofs.",
    {id_: Cited(id_, side, f"Source {id_}", text, "") for id_, (side, text) in SAID.items()},
)

DROPPED: dict[DropReason, list[tuple[str, str]]] = {
    "negation": [
        ("pigeons", "Supporters say that hives on the library would harm the pigeons."),
        ("swarm", "Opponents say that the watchmen can tell a swarm from a festival."),
        ("insurer", "Opponents say that an insurer pays for stings."),
        ("insurer", "Opponents say that the clinic has beds."),
        ("hope", "Opponents say that a hum calms the traffic."),
        ("order", "Opponents say that the budget was written to mend the roof."),
        (
            "order",
            "Opponents say that the budget was written to mend the roof rather than to flatter the "
            "florists.",
        ),
        ("moths", "Opponents say that moths are vanishing."),
        # Denied of another thing than in the statement, in its own words.
        ("swarm only", "Opponents say that the tenants do not find wax on the stairs."),
    ],
    "side": [
        ("swarm pigeons", "Supporters say that the watchmen cannot tell a swarm from a festival."),
        ("pigeons swarm", "Opponents say that hives would not harm the pigeons."),
        ("pigeons swarm", "Hives would not harm the pigeons, opponents say."),
        ("pigeons swarm", "Both sides say that hives would not harm the pigeons."),
        ("museum pigeons", "Supporters say that the museum may lend its garden."),
        (
            "insurer pigeons",
            "Opponents say that no insurer pays for stings, while supporters say that the clinic "
            "lacks beds.",
        ),
    ],
    "strength": [
        ("museum", "One source says that the museum will lend its garden."),
        ("museum", "One source says that the museum lends its garden."),
        ("honey", "Supporters say that honey feeds forty families."),
        ("gulls", "Opponents say that the gulls are winning."),
        ("honey", "Supporters say that the children learn patience."),
        ("keepers", "Supporters say that the council must pay the keepers."),
        ("pigeons", "Supporters say that only hives on the library would not harm the pigeons."),
        ("keepers", "Supporters say that the council should pay the keepers entirely."),
        ("pigeons swarm", "The sides agree that the pigeons would not come to harm."),
    ],
    "condition": [
        ("opera", "Opponents say that the opera will lose its terrace."),
        ("ladder", "Some say that hives are fine on the fire station."),
        ("bell", "Opponents say that the school would ring its bell."),
        ("market", "Opponents say that tailors and cooks will leave."),
        ("choir", "Opponents say that the choir will sing through masks."),
        ("choir", "Opponents say that the choir will rehearse in the cellar."),
    ],
    "relation": [
        (
            "wages insurer",
            "Opponents say that a keeper earns less than a lifeguard because no insurer pays.",
        ),
        ("wages", "Opponents say that a keeper earns more than a lifeguard."),
        ("wages", "Opponents say that a lifeguard earns less than a keeper."),
        ("honey", "Supporters say that honey could feed more families than children."),
    ],
    "saying": [
        ("swarm", "Opponents overlook that the watchmen cannot tell a swarm from a festival."),
        ("swarm", "Opponents cling to the view that the watchmen cannot tell a swarm."),
        ("honey", "Supporters concede that honey could feed forty families."),
    ],
}
"""By the reason for which each is dropped: the statements that it names, and its words."""

KEPT: list[tuple[str, str]] = [
    ("pigeons", "Supporters say that hives on the library would not harm the pigeons."),
    ("pigeons", "Supporters say that the pigeons would come to no harm."),
    ("swarm pigeons", "What divides the sides is whether hives would harm the pigeons."),
    ("swarm", "Opponents doubt that the watchmen can tell a swarm from a festival."),
    ("swarm", "Opponents think the watchmen unable to tell a swarm from a festival."),
    ("insurer", "Opponents say that the clinic has too few beds, and that no insurer pays."),
    ("insurer", "Opponents point to stings for which an insurer refuses to pay."),
    ("hope", "Opponents call it a false hope that a hum calms the traffic."),
    ("hope", "Opponents reject the hope that a hum calms the traffic."),
    (
        "order",
        "Opponents say that the budget was written to flatter the florists rather than to mend the "
        "roof.",
    ),
    ("only", "Opponents say that tenants find wax on the stairs."),
    ("swarm pigeons", "Opponents question whether hives would leave the pigeons in peace."),
    (
        "insurer pigeons",
        "Opponents say that no insurer pays for stings, while supporters say that hives would not "
        "harm the pigeons.",
    ),
    ("swarm pigeons", "The sides do not agree on whether hives would harm the pigeons."),
    ("moths", "Opponents say that moths would not vanish beside hives."),
    ("market", "Opponents fear that tailors and cooks will leave if the market closes."),
    ("gulls", "Opponents say that the gulls seem to be winning."),
    ("museum", "One source says that the museum may lend its garden."),
    ("museum", "One source considers it possible that the museum lends its garden."),
    ("honey", "Supporters hope that honey feeds forty families."),
    ("honey", "Supporters say that the children could learn patience."),
    ("keepers", "Supporters say that the council should pay the keepers."),
    ("keepers", "Supporters want the council to pay the keepers."),
    ("keepers wages", "The sides differ over whether the council must pay the keepers."),
    ("opera", "Opponents say that the opera will lose its terrace if the mayor signs."),
    ("bell", "Opponents say that the school would ring its bell if swarms stay away."),
    ("harvest", "Opponents say that the board should wait."),
    ("ladder", "Some say that hives are fine on the condition that the brigade keeps a ladder."),
    ("ladder", "Some ask for a ladder that the brigade keeps."),
    ("choir", "Opponents say that the choir will rehearse in the cellar or sing through masks."),
    ("wages", "Opponents say that a keeper earns less than a lifeguard."),
    ("wages", "Opponents point to what a keeper and a lifeguard earn."),
    ("insurer", "Opponents object, because no insurer pays for stings."),
    ("keepers", "Supporters would answer to the council, which should pay the keepers."),
]
"""Near neighbours that hold."""

GERMAN_SAID: dict[str, tuple[Stance, str]] = {
    "tauben": ("support", "Bienenstöcke auf der Bücherei schaden den Tauben nicht."),
    "honig": ("support", "Der Honig könnte vierzig Familien ernähren."),
    "rat": ("support", "Der Rat sollte die Imker bezahlen."),
    "schwarm": ("oppose", "Die Wächter können einen Schwarm nicht erkennen."),
    "herbst": ("support", "Der Rat sollte bis zur Ernte neue Stöcke kaufen."),
    "oper": ("oppose", "Wenn die Bürgermeisterin zustimmt, verliert die Oper ihre Terrasse."),
    "lohn": ("oppose", "Eine Imkerin verdient weniger als ein Bademeister."),
}
GERMAN_BASIS = Basis(
    "bienen",
    "Bienen auf Dächern",
    "Die Stadt soll Bienen auf öffentlichen Dächern halten.",
    {id_: Cited(id_, side, f"Quelle {id_}", text, "") for id_, (side, text) in GERMAN_SAID.items()},
)
GERMAN_DROPPED: dict[DropReason, list[tuple[str, str]]] = {
    "negation": [
        ("tauben", "Die Befürworter sagen, dass Bienenstöcke auf der Bücherei den Tauben schaden."),
        ("schwarm", "Die Gegner sagen, dass die Wächter einen Schwarm erkennen können."),
    ],
    "side": [
        ("schwarm tauben", "Die Befürworter sagen, dass die Wächter keinen Schwarm erkennen."),
    ],
    "strength": [
        ("honig", "Die Befürworter sagen, dass der Honig vierzig Familien ernährt."),
        ("rat", "Die Befürworter sagen, dass der Rat die Imker bezahlen muss."),
        ("rat", "Die Befürworter sagen, dass nur der Rat die Imker bezahlen sollte."),
    ],
    "condition": [("oper", "Die Gegner sagen, dass die Oper ihre Terrasse verliert.")],
    "relation": [
        ("lohn", "Die Gegner sagen, dass eine Imkerin mehr als ein Bademeister verdient."),
        ("lohn", "Die Gegner sagen, dass ein Bademeister weniger verdient als eine Imkerin."),
    ],
}
GERMAN_KEPT: list[tuple[str, str]] = [
    ("tauben", "Die Befürworter sagen, dass die Bienenstöcke den Tauben nicht schaden."),
    ("tauben schwarm", "Umstritten ist, ob Bienenstöcke den Tauben schaden."),
    ("schwarm", "Die Gegner bezweifeln, dass die Wächter einen Schwarm erkennen."),
    ("honig", "Die Befürworter sagen, dass der Honig vierzig Familien ernähren könnte."),
    ("honig", "Die Befürworter hoffen, dass der Honig vierzig Familien ernährt."),
    ("rat", "Die Befürworter wollen, dass der Rat die Imker bezahlt."),
    ("herbst", "Die Befürworter wollen, dass der Rat neue Stöcke kauft."),
    (
        "oper",
        "Die Gegner sagen: Die Oper verliert ihre Terrasse, wenn die Bürgermeisterin zustimmt.",
    ),
    ("lohn", "Die Gegner sagen, dass eine Imkerin weniger verdient als ein Bademeister."),
]
