"""How texts address a program that reads them: patterns in the languages that most people write.

A pattern matches how something is said to a machine, not what is said about machines: an article on
artificial intelligence, or on a president who ignored instructions, should match none.
"""

from typing import NamedTuple

from briefgen.models.addressing import AddressingKind

_SET_ASIDE = (
    # verbs; what stands between; what is to be set aside
    (
        r"(?:ignore|disregard|forget|override|discard|bypass|do not follow|stop following)",
        r"(?:all|any|every|previous|prior|preceding|above|earlier|foregoing|your|system|initial"
        r"|original)",
        r"(?:instructions?|prompts?|directions|directives?|guidelines|commands?|system message)",
    ),
    (
        r"(?:ignorier(?:e|en|t)|missachten?|missachte|vergiss|vergessen Sie|überschreiben?)",
        r"(?:alle|vorherigen?|vorangegangenen?|bisherigen?|obigen?|früheren?|deine|Ihre)",
        r"(?:anweisungen|anweisung|vorgaben|befehle|instruktionen|systemanweisungen)",
    ),
    (
        r"(?:ignore[zr]?|oublie[zr]?|ne (?:tiens|tenez) pas compte)",
        r"(?:toutes|précédentes?|antérieures?|ci-dessus|les|vos|tes)",
        r"(?:instructions?|consignes?|directives?)",
    ),
    (
        r"(?:ignor[ae]n?|olvid[ae]n?|hagan? caso omiso|haz caso omiso)",
        r"(?:todas|anteriores|previas|las|tus|sus)",
        r"(?:instrucciones|indicaciones|órdenes|directrices)",
    ),
    (r"(?:ignora(?:re|te)?|dimentica(?:re|te)?)", r"(?:tutte|precedenti|le|tue)",
     r"(?:istruzioni|indicazioni|direttive)"),
    (r"(?:ignor[ea]m?|esqueçam?|desconsiderem?)", r"(?:todas|anteriores|prévias|as|suas)",
     r"(?:instruções|orientações|ordens)"),
    (r"(?:negeer|vergeet)", r"(?:alle|vorige|eerdere|bovenstaande)",
     r"(?:instructies|opdrachten|aanwijzingen)"),
    (r"(?:zignoruj|ignoruj|zapomnij)", r"(?:wszystkie|poprzednie|wcześniejsze|swoje)",
     r"(?:instrukcje|polecenia|wytyczne)"),
    (r"(?:yoksay|görmezden gel|unut)", r"(?:önceki|tüm|bütün)", r"(?:talimat\w*|komut\w*)"),
    (r"(?:проигнорируй(?:те)?|игнорируй(?:те)?|забудь(?:те)?)",
     r"(?:все|предыдущие|прежние|ранние|свои)", r"(?:инструкции|указания|команды)"),
    (r"(?:проігноруй(?:те)?|ігноруй(?:те)?|забудь(?:те)?)", r"(?:всі|усі|попередні|свої)",
     r"(?:інструкції|вказівки|команди)"),
)  # fmt: skip
"""In each language: to set aside, all or former, instructions. Any order of the last two."""
_OTHER_ORDER = (
    r"\b(?:önceki|tüm|bütün)\b[^.!?\n]{0,20}\b(?:talimat|komut)\w*[^.!?\n]{0,10}"
    r"\b(?:yoksay|görmezden gel|unut)",
    r"\b(?:alle|vorherigen?|bisherigen?) [^.!?\n]{0,20}(?:anweisungen|instruktionen)"
    r"[^.!?\n]{0,20} ignorieren\b",
    r"\b(?:previous|prior|earlier|above) (?:instructions|prompts?) (?:must|should|are to|shall) be "
    r"(?:ignored|disregarded|forgotten)\b",
)
_WITHOUT_CASE = (
    (
        r"(?:忽略|无视|忽視|無視|忘记|忘掉)[^。！？\n]{0,12}(?:指令|指示|提示|说明|命令)",
        ("指令", "指示", "提示", "说明", "命令"),
    ),
    (r"(?:指示|命令|プロンプト)[^。！？\n]{0,8}(?:無視|忘れ)", ("無視", "忘れ")),
    (r"(?:تجاهل|انس)[^.؟!\n]{0,20}(?:تعليمات|التعليمات|الأوامر)", ("تعليمات", "الأوامر")),
    (r"(?:이전|모든|위의)[^.!?\n]{0,12}(?:지시|명령)[^.!?\n]{0,6}(?:무시|잊)", ("무시", "잊")),
    (r"(?:पिछले|सभी)[^।!?\n]{0,20}(?:निर्देश)[^।!?\n]{0,20}(?:अनदेखा|भूल)", ("निर्देश",)),
)
"""The same in scripts whose letters have no case; each with words without which it cannot match."""
_MODEL = (
    r"(?:a\.?i\.?|artificial intelligence|llms?|(?:large )?language models?|chat ?bots?|chatgpt|gpt"
    r"|claude|gemini|copilot|a\.?i\.? (?:assistant|model|system|agent|reader|summari[sz]er)s?"
    r"|(?:virtual|automated|digital) (?:assistant|reader|agent|system)s?|crawlers?|bots?"
    r"|summari[sz]ers?|KI(?:-Modelle?| Assistent(?:en)?)?|Sprachmodelle?|IA|modèles? de langage"
    r"|modelos? de lenguaje)"
)
_BEGUN = r"(?:(?m:^)[ \t]*|[.!?:;»”\"]\s+)"
"""Where a sentence begins."""
_ASKED = r"(?:(?m:^)[ \t]*|[.!?:;»”\"]\s+|\b(?:please|must|always|instead,?|now) )"
"""The same, or what asks for something."""
_INSTRUCTED = (
    r"\b(?:reveal|print|repeat|show|output|leak) (?:me )?(?:your|the) (?:\w+ )?(?:system )?"
    r"(?:prompt|instructions)\b",
    r"\bdo not (?:tell|mention|reveal|report|flag)[^.!?\n]{0,30} to (?:the|your) (?:user|reader"
    r"|operator|analyst)\b",
    _ASKED + r"(?:respond|reply|answer|output"
    r"|return|print|write) (?:only|exactly|solely|nothing but|with (?:only|exactly|the (?:word|json"
    r"|following)))\b",
    _BEGUN + r"(?:set|change|assign) (?:the |every |all |its )?(?:stances?|holders?"
    r"|labels?|scores?|confidence) to\b",
    _BEGUN + r"(?:antworte(?:n Sie)? (?:nur|ausschließlich) mit|réponds? (?:seulement"
    r"|uniquement)|respond[ea] (?:solo|sólo|únicamente|somente|apenas)|rispondi (?:solo|soltanto)"
    r"|отвечай(?:те)? только|відповідай(?:те)? лише|odpowiadaj tylko|只回答|仅回答)",
    r"\bnew (?:system )?instructions?\s*:",
    _BEGUN + r"(?:execute|run|fetch|open|visit|download) (?:the |this )?(?:following )?"
    r"(?:command|code|script|url|link|tool)\b[^.\n]{0,20}:",
)
_CODED_AS = (
    _ASKED + r"(?:classify|code|mark|label|rate"
    r"|record|summari[sz]e|describe|treat|report) (?:this|the) (?:article|text|author|piece"
    r"|document|passage|op-ed|essay|source)(?:'s)?\b[^.!?\n]{0,40}? (?:as|to be)\b"
)
_YOU_ARE = (
    rf"\byou are (?:now |no longer |actually )(?:an? |the )?(?:\w+ ){{0,3}}{_MODEL}\b",
    r"\byou are now (?:in )?(?:dan|developer mode|jailbroken|unrestricted|free of)\b",
    rf"\bif you(?:'re|’re| are) (?:an? )?{_MODEL}(?=\s*[,:;.]|\s+(?:reading|processing|and|you)\b)",
)
_ROLES = (
    r"\b(?:enter|enable|activate) (?:developer|debug|god|dan) mode\b",
    rf"\b(?:note|message|instructions?|notice|hint|attention|warning|hinweis|anweisung|note|aviso"
    rf"|mensaje)s? (?:to|for|an|für|à|aux|para) (?:all |any |the |every |alle |les |los )?{_MODEL}"
    r"(?: (?:reading|processing|that reads?|who reads?|summari[sz]ing)\b|\s*[:!—–-])",
    rf"\b(?:attention|dear|hey|hello),? (?:all |any )?{_MODEL}\s*[:,!]",
    rf"\bas an? {_MODEL},? you (?:must|should|are|will|have)\b",
    r"<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|begin_of_text|end_of_turn"
    r"|start_header_id|end_header_id)\|?>?",
    r"\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>",
    r"(?m:^[ \t]*(?:#{1,4} ?)?(?:system(?: prompt| message)?|assistant|human|instruction|response)"
    r" ?:(?= |$))",
    r"(?m:^[ \t]*#{2,4} ?(?:system|instruction|response|assistant|user|human)[ \t]*$)",
    r"</?(?:system|assistant|user|instructions?|prompt|context|tool_call|function_calls?|thinking)>",
)
_END_MARKS = (
    r"(?m:^[ \t]*[^\w\s]{0,12} ?(?:end|finish) of (?:the )?(?:article|document|text|input|prompt"
    r"|context|data|file|user input|untrusted (?:text|input|data))\b ?[^\w\s]{0,12}[ \t]*$)",
    r"(?m:^[ \t]*[^\w\s]{0,12} ?(?:ende des (?:artikels|dokuments|textes)|fin (?:de l['’]article"
    r"|du (?:document|texte)|del (?:artículo|documento|texto))|конец (?:статьи|документа|текста)"
    r"|кінець (?:статті|документа|тексту)|(?:文档|文章|文件)结束) ?[^\w\s]{0,12}[ \t]*$)",
    r"[-=*#_~]{3,} ?(?:end of (?:the )?|ende des )(?:article|document|text|input|artikels"
    r"|dokuments|textes) ?[-=*#_~]{3,}",
    r"</(?:article|document|text|source|input|data)>",
)
_ANSWERS = (
    r"\{\s*\"(?:stances?|statements?|holder|sentences?|quotations?|quote|issue|records?|answer"
    r"|thesis|role|position)\"\s*:",
    r"\"(?:stance|holder|quotation|modality)\"\s*:\s*\"",
)
_TEMPLATES = (r"\{\{[^{}\n]{1,200}\}\}", r"\{%[^{}\n]{1,200}%\}", r"<%[^%\n]{1,200}%>")


def _set_aside(verbs: str, former: str, things: str) -> str:
    between = r"[^.!?;:\n]{0,40}?"
    return (
        rf"\b{verbs}\b{between}\b{former}\b{between}\b{things}\b"
        rf"|\b{verbs}\b{between}\b{things}\b[^.!?;:\n]{{0,10}}?\b{former}\b"
    )


_THINGS: tuple[tuple[str, ...], ...] = (
    ("instruct", "prompt", "directi", "guideline", "command", "system message"),
    ("anweisung", "vorgabe", "befehl", "instruktion"),
    ("instruction", "consigne", "directive"),
    ("instruccion", "indicacion", "órdenes", "directrices"),
    ("istruzion", "indicazion", "direttiv"),
    ("instruç", "orientaç", "ordens"),
    ("instructies", "opdrachten", "aanwijzingen"),
    ("instrukcj", "polecenia", "wytyczne"),
    ("talimat", "komut"),
    ("инструкции", "указания", "команды"),
    ("інструкції", "вказівки", "команди"),
)
"""For each of `_SET_ASIDE`, in small letters, words without which it cannot match."""
_SOURCES = tuple(
    f"{article} {thing}"
    for article in ("this", "the")
    for thing in "article text author piece document passage op-ed essay source".split()
)


class Pattern(NamedTuple):
    """How something is said to a machine."""

    kind: AddressingKind
    pattern: str
    """Case aside."""
    needles: tuple[str, ...] = ()
    """Of these, in small letters, one stands in each text that it matches; none: not known. A text
    that has none need not be searched."""


PATTERNS: tuple[Pattern, ...] = (
    *(
        Pattern("instruction", _set_aside(*words), needles)
        for words, needles in zip(_SET_ASIDE, _THINGS, strict=True)
    ),
    *(Pattern("instruction", pattern, needles) for pattern, needles in _WITHOUT_CASE),
    *(Pattern("instruction", pattern) for pattern in (*_OTHER_ORDER, *_INSTRUCTED)),
    Pattern("instruction", _CODED_AS, _SOURCES),
    *(Pattern("role", pattern) for pattern in _ROLES),
    *(Pattern("role", pattern, ("you are", "you're", "you’re")) for pattern in _YOU_ARE),
    *(Pattern("answer", pattern, ('"',)) for pattern in _ANSWERS),
    *(Pattern("end mark", pattern) for pattern in _END_MARKS),
    *(Pattern("template", pattern, ("{{", "{%", "<%")) for pattern in _TEMPLATES),
)
UNSEEN_KINDS = frozenset(("instruction", "role", "answer"))
"""What counts where a page does not show it: marks of ends and templates are common there."""
