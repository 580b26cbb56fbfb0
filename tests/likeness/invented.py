"""Arguments invented for these tests: why a harbour should be closed to cruise ships."""

PROPOSITION = "The town should close its harbour to cruise ships."

BY_POINT: dict[str, tuple[str, ...]] = {
    "air": (
        "The smoke of the engines drifts into the bedrooms of the old quarter.",
        "Children in the old quarter cough because the engines burn heavy oil all night.",
        "Heavy oil smoke blackens every window between the quay and the school.",
        "Doctors count twice as much asthma where the smoke of the engines settles.",
        "A closed harbour would mean less soot and smoke in the lungs of children.",
    ),
    "crowds": (
        "Four thousand visitors a day push through lanes that were built for carts.",
        "Residents cannot reach the market when the visitors fill the lanes.",
        "The lanes are so crowded with visitors that the ambulance came too late.",
        "On days with two ships the crowds leave residents no room in their own lanes.",
    ),
    "rents": (
        "Landlords turn flats into holiday rooms and the rents of the residents double.",
        "Young families leave because rents have doubled since the holiday rooms came.",
        "Rents rise every spring and the flats go to holiday guests.",
    ),
    "alone": (
        "The oyster beds lie exactly where the anchors fall.",
        "Insurance for the lighthouse has become unaffordable.",
    ),
}

ARGUMENTS = tuple((point, text) for point, texts in BY_POINT.items() for text in texts)
