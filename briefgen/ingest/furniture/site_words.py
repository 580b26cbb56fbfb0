"""What web sites write around their articles, in words that many sites share.

Plain tuples and sets rather than regular expressions: a start of the program compiles none of
them, and a reader can check them line by line. All in small letters with plain quotes.
"""

SHARE_WORDS = frozenset(
    "share shares tweet post email e-mail mail print copy link save pin bookmark gift facebook "
    "twitter x whatsapp linkedin reddit pocket flipboard messenger telegram pinterest bluesky "
    "threads instagram youtube mastodon rss sms snapchat tiktok this article story page on via "
    "with by to in and or as the follow us social media friends link url full text more options "
    "send toggle close open comments comment icon button click here subscribe tap like".split()
)
SHARE_CORE = frozenset(
    "share tweet email e-mail print facebook twitter whatsapp linkedin reddit pinterest flipboard "
    "follow bookmark".split()
)

WHOLE_LINES = {
    "advertisement": frozenset(
        (
            "advertisement|advertisements|ad|ads|advert|adverts|advertising|sponsored|"
            "promoted|ad policy|"
            "sponsored content|ad feedback|paid content|paid post|partner content|sponsor message|"
            "skip advertisement|skip ad|skip ads|remove ads|loading|"
            "continue reading the main story|"
            "this is a modal window|anzeige|werbung|publicité|scroll to continue|sponsor content|"
            "after newsletter promotion|promotion"
        ).split("|")
    ),
    "comments": frozenset(
        (
            "comments|comment|view comments|show comments|hide comments|leave a comment|"
            "add a comment|"
            "post a comment|join the conversation|join the discussion|read comments|"
            "write a comment|"
            "read the comments|comments are closed|no comments|leave a reply|letters"
        ).split("|")
    ),
    "related": frozenset(
        (
            "latest|trending|trending now|popular|related|recommended|top stories|"
            "most read|most popular|"
            "most viewed|most shared|most commented|most recent|most watched|latest news|"
            "latest stories|"
            "editors' picks|editor's picks|editor's choice|editors' choice|our picks|our top picks|"
            "what to read next|read next|up next|next up|next article|previous article|next story|"
            "previous story|also on|also read|in this series|more in this series|"
            "in case you missed it|"
            "popular now|must reads|must read|around the web|from the web|further reading|"
            "view more|see more|see all|show more|load more|more articles|more stories|more news|"
            "more coverage|more opinion|more commentary|more like this|explore more|best of|recirc|"
            "you may also like|you might also like|you may like|you might like|"
            "you may also be interested in|you might also be interested in|"
            "topics|tags|categories|sections|series|sponsored stories|paid links|promoted stories|"
            "view our current issue|current issue|latest issue|from this issue|mehr zum thema"
        ).split("|")
    ),
    "share": frozenset(
        (
            "follow us on social|follow us|share|share this|share it|stay connected|"
            "connect with us|"
            "get involved|send to a friend|copied|link copied|copy link to article|"
            "gift this article"
        ).split("|")
    ),
    "newsletter": frozenset(
        (
            "newsletter|newsletters|our newsletters|subscribe|sign up|sign in|log in|"
            "login|register|"
            "donate|donate now|support us|become a member|join|join us|join now|subscribe now|"
            "subscribe today|get the newsletter|get newsletter|stay informed|email address|"
            "your email address|enter your email|my account|support our work|membership"
        ).split("|")
    ),
    "continuation": frozenset(
        (
            "read more|learn more|find out more|keep reading|keep reading show less|"
            "keep readingshow less|continue reading|"
            "read full story|"
            "read full article|read the full story|read the full article|read whole article|"
            "continue reading show less|continue readingshow less|read moreshow less|read the rest|"
            "read more show less|show less|read on|full story|read story|read article"
        ).split("|")
    ),
    "section": frozenset(
        (
            "analysis|opinion|opinions|editorial|editorials|the editorial board|comment|"
            "commentary|op-ed|"
            "op-eds|perspective|perspectives|viewpoint|column|columns|columnists|guest essay|essay|"
            "explainer|feature|features|blog|blogs|world|politics|business|culture|economy|"
            "opinion guest essay|opinion columnist|comment is free|first person|ideas|home|news|"
            "analysis/opinion|analysis/opinion:|opinion/analysis|policy brief|meinung|kommentar|"
            "international|global|national|world news|us news|uk news|long read|the long read|"
            "letters to the editor|guest column|guest post|free to read"
        ).split("|")
    ),
    "author": frozenset(
        (
            "author|authors|about the author|about the authors|written by|contributors|contributor|"
            "follow the author|follow the authors|about the writer|meet the author|our experts"
        ).split("|")
    ),
    "disclaimer": frozenset(
        "disclosure statement|disclosure|disclosures|disclaimer|declaration of interests".split("|")
    ),
    "player": frozenset(
        (
            "listen|watch|play|pause|audio|video|listen to article|listen to this article|"
            "transcript|"
            "listen to this story|play video|watch video|media error|unmute|mute|live|fullscreen"
        ).split("|")
    ),
}

STARTS = {
    # category: (most words the paragraph may have, beginnings)
    "advertisement": (
        25,
        (
            "advertisement -",
            "advertisement:",
            "article continues",
            "story continues",
            "content continues",
            "continue reading the main",
            "scroll to continue",
            "skip to ",
            "skip past ",
            "sponsored by ",
            "sponsored:",
            "paid for by ",
            "presented by ",
        ),
    ),
    "cross-link": (
        40,
        (
            "click here",
            "tap here",
            "read more:",
            "read more about",
            "read more from",
            "read more on",
            "read more opinion",
            "read also:",
            "also read:",
            "read next:",
            "read:",
            "read full ",
            "read the full ",
            "watch:",
            "now watch:",
            "watch now:",
            "watch live:",
            "watch more:",
            "listen:",
            "listen now:",
            "see also:",
            "related:",
            "related article:",
            "related story:",
            "related video:",
            "more:",
            "must read:",
            "don't miss:",
            "video:",
            "podcast:",
            "for more from ",
            "for more on ",
            "for more, ",
            "explore more on these",
            "explore our ",
            "follow our ",
            "follow him on",
            "follow her on",
            "follow them on",
            "follow @",
            "lesen sie auch",
            "mehr zum thema",
        ),
    ),
    "related": (
        8,
        (
            "related content",
            "related stories",
            "related story",
            "related articles",
            "related article",
            "related topics",
            "related coverage",
            "related links",
            "related reading",
            "related posts",
            "related news",
            "recommended stories",
            "recommended reading",
            "recommended articles",
            "recommended for you",
            "recommended by",
            "more from ",
            "more by ",
            "more stories",
            "more in ",
            "more on this",
            "most read in",
            "most popular in",
            "trending on",
            "latest in ",
            "latest from ",
            "top stories in",
            "popular in ",
            "in other news",
            "stories you may",
            "you may also",
            "you might also",
        ),
    ),
    "credit": (
        80,
        (
            "photo:",
            "photos:",
            "photo by ",
            "photos by ",
            "photo credit",
            "photo illustration",
            "photo courtesy",
            "photograph:",
            "photograph by ",
            "photographer:",
            "photography:",
            "top photo",
            "top image",
            "main image:",
            "main photo:",
            "featured image",
            "feature image",
            "cover photo",
            "cover image",
            "banner image",
            "header image",
            "lead image",
            "image:",
            "images:",
            "image credit",
            "image source",
            "image by ",
            "image copyright",
            "image caption",
            "image via",
            "picture:",
            "pictures:",
            "picture credit",
            "picture by ",
            "illustration:",
            "illustration by ",
            "illustrations by ",
            "graphic:",
            "graphic by ",
            "credit:",
            "credit...",
            "credit…",
            "credits:",
            "caption:",
            "media caption",
            "file photo",
            "file image",
            "file picture",
            "file -",
            "file –",
            "file —",
            "(photo",
            "(image",
            "(ap photo",
            "(file",
            "[photo",
            "[image",
            "(picture",
            "(credit",
            "© getty",
            "foto:",
            "bild:",
        ),
    ),
    "note": (
        80,
        (
            "editor's note",
            "editors' note",
            "editor note",
            "note to readers",
            "correction:",
            "corrections:",
            "correction (",
            "clarification:",
            "an earlier version of",
            "a previous version of",
            "a version of this",
            "this article is republished",
            "this article was republished",
            "originally published",
            "first published",
            "republished with",
            "republished from",
            "reprinted with",
            "reprinted from",
            "adapted from ",
            "excerpted from ",
            "translated from ",
            "translation by",
            "translated by",
            "edited by ",
            "produced by ",
            "reporting by ",
            "additional reporting",
            "this post originally",
            "this is an edited version",
            "this is an edited extract",
            "this is an adapted",
            "do you have an opinion",
            "got a confidential",
            "got a tip",
            "have a tip",
            "send us a tip",
            "contact us at",
            "write to us",
            "to respond to this",
            "to submit a letter",
            "our standards:",
        ),
    ),
    "tags": (
        40,
        (
            "tags:",
            "tag:",
            "tagged:",
            "tagged in",
            "tagged with",
            "topics:",
            "topic:",
            "filed under",
            "filed in",
            "filed to",
            "posted in",
            "categories:",
            "category:",
            "keywords:",
            "in this article:",
            "sections:",
            "more about:",
        ),
    ),
    "player": (
        20,
        (
            "listen to article",
            "listen to this",
            "listen to the article",
            "listen to story",
            "audio:",
            "this audio is",
            "hear this story",
            "play audio",
            "watch the video",
            "reading time",
            "estimated reading",
            "estimated read",
            "read time",
        ),
    ),
    "comments": (
        25,
        ("view all comments", "leave a comment", "join the conversation", "comments ("),
    ),
}

COOKIE_PHRASES = (
    "we use cookies",
    "uses cookies",
    "accept all cookies",
    "accept cookies",
    "manage cookies",
    "cookie settings",
    "cookie preferences",
    "our cookie policy",
    "enable javascript",
    "javascript is disabled",
    "your browser does not support",
    "turn off your ad blocker",
    "disable your ad blocker",
    "verify you are human",
    "protected by recaptcha",
)

APPEAL_STRONG = (
    "in your inbox",
    "to your inbox",
    "into your inbox",
    "straight to your inbox",
    "thank you for signing up",
    "thanks for signing up",
    "our privacy policy",
    "see our privacy notice",
    "already a subscriber",
    "already have an account",
    "support our journalism",
    "support independent journalism",
    "support progressive journalism",
    "support quality journalism",
    "help fund our journalism",
    "is reader supported",
    "is reader-supported",
    "are reader-supported",
    "as little as $",
    "as little as £",
    "as little as €",
    "view our current issue",
    "check out our latest issue",
    "unsubscribe at any time",
    "unsubscribe anytime",
    "cancel anytime",
    "cancel any time",
    "invalid email",
    "enter your email",
    "promotional offers",
    "our newsletter",
    "free newsletter",
    "daily newsletter",
    "weekly newsletter",
    "newsletter sign",
    "don't miss a beat",
    "tax-deductible",
    "create a free account",
    "free registration",
    "subscribers only",
    "subscriber-only",
    "exclusive to subscribers",
    "unlimited access",
    "support the guardian",
    "like to hear what you think",
    "like to hear from you",
    "hear what you think about this",
)
APPEAL_STARTS = (
    "sign up",
    "subscribe",
    "donate",
    "register",
    "log in",
    "sign in",
    "become a",
    "get our",
    "get the",
    "get unlimited",
    "join us",
    "join our",
    "support our",
    "support us",
    "support independent",
    "download",
    "follow us",
    "ready to",
    "want more",
    "like what you",
    "enjoying this",
    "enjoyed this",
    "don't miss",
    "stay informed",
    "stay up to date",
    "make sense of",
    "explore the",
    "travel with",
    "never miss",
    "help us",
    "thank you for",
    "thanks for",
    "start your day",
    "this is your",
    "try ",
)
APPEAL_OBJECTS = (
    "newsletter",
    "inbox",
    "e-mail",
    "email",
    "our journalism",
    "our reporting",
    "our work",
    "magazine",
    "our app",
    "the app",
    "subscriber",
    "subscription",
    "member today",
    "free account",
    "free trial",
    "our club",
    "wine club",
    "alerts",
    "daily briefing",
    "morning briefing",
    "round-up",
    "roundup",
    "digest",
    "on social",
    "on facebook",
    "on twitter",
    "on x",
    "on whatsapp",
    "on instagram",
    "on linkedin",
    "podcast",
    "be the first to",
    "chip in",
    "a month",
    "per month",
    "latest issue",
    "reading this",
    "for reading",
    "donation",
    "our readers",
)

GENRE_WORDS = WHOLE_LINES["section"]

AGENCIES = (
    "getty",
    "reuters",
    "afp",
    "associated press",
    "shutterstock",
    "alamy",
    "istock",
    "epa",
    "epa-efe",
    "efe",
    "bloomberg",
    "xinhua",
    "unsplash",
    "pexels",
    "wikimedia",
    "wikipedia",
    "flickr",
    "zuma",
    "redux",
    "magnum",
    "sipa",
    "upi",
    "ukrinform",
    "tass",
    "anadolu",
    "nurphoto",
    "pa media",
    "pa wire",
    "pa images",
    "dpa",
    "imago",
    "picture alliance",
    "ap",
    "rex",
    "lightrocket",
    "abaca",
    "abacapress",
    "screengrab",
    "screenshot",
    "courtesy",
    "handout",
    "pool",
    "cc by",
    "dreamstime",
    "adobe stock",
    "depositphotos",
    "the canadian press",
    "the new york times",
    "the guardian",
    "the washington post",
    "keystone",
)
CREDIT_INSIDE = (
    "(photo by",
    "(photo:",
    "(photo credit",
    "(image:",
    "(image credit",
    "(ap photo",
    "(picture:",
    "via getty images",
    "/getty images",
    "afp via",
    "/ap photo",
    "photo credit:",
    "image credit:",
    "image copyright",
    "via reuters",
    "via ap)",
)

DISCLAIMER_STRONG = (
    "statements of fact, opinion",
    "do not necessarily reflect",
    "does not necessarily reflect",
    "do not necessarily represent",
    "does not necessarily represent",
    "not necessarily those of",
    "views expressed in this",
    "views expressed here",
    "views expressed are",
    "opinions expressed in this",
    "opinions expressed here",
    "opinions expressed are",
    "opinions expressed by",
    "are the author's own",
    "are the authors' own",
    "are those of the author",
    "are solely those of",
    "are his own",
    "are her own",
    "are their own",
    "does not work for, consult",
    "do not work for, consult",
    "no relevant affiliations",
    "this is an opinion piece",
    "this is an opinion column",
    "do not reflect the official",
    "does not reflect the official",
    "not investment advice",
    "does not take institutional positions",
    "is committed to quality, independence",
)
DISCLAIMER_SUBJECTS = (
    "author",
    "writer",
    "contributor",
    "columnist",
    "expressed",
    "this article",
    "this column",
    "this commentary",
    "this piece",
    "this op-ed",
    "disclosure",
    "affiliations",
    "institut",
    "supported by",
)

BIO_ROLES = (
    "professor",
    "fellow",
    "columnist",
    "editor",
    "author of",
    "co-author",
    "author",
    "director",
    "researcher",
    "attorney",
    "lawyer",
    "journalist",
    "correspondent",
    "reporter",
    "analyst",
    "economist",
    "historian",
    "lecturer",
    "founder",
    "co-founder",
    "president of",
    "president and",
    "chair",
    "executive",
    "former",
    "contributor",
    "contributing",
    "writer",
    "host",
    "strategist",
    "scholar",
    "associate",
    "member of",
    "visiting",
    "teaches",
    "writes",
    "minister",
    "ambassador",
    "adviser",
    "advisor",
    "consultant",
    "scientist",
    "student",
    "senior",
    "staff",
    "served as",
    "serves",
    "chief",
    "head of",
    "partner",
    "congressman",
    "senator",
    "veteran",
    "expert",
    "specialist",
    "blogger",
    "philosopher",
    "novelist",
    "covers",
)
BIO_CONTACT = (
    "follow him",
    "follow her",
    "follow them",
    "follow the author",
    "on twitter",
    "on x at",
    "on x:",
    "twitter:",
    "latest book",
    "most recent book",
    "new book",
    "his book",
    "her book",
    "their book",
    "forthcoming book",
    "is the author of",
    "are the authors of",
    "opinion columnist",
    "blogs at",
    "can be reached",
    "reached at",
    "nationally syndicated",
    "syndicated columnist",
    " columnist",
    "for this newspaper",
    "contributing writer",
    "contributing editor",
    "contributing opinion",
)

SOCIAL_NETWORKS = frozenset(
    "facebook twitter instagram tiktok whatsapp threads linkedin youtube bluesky mastodon".split()
)

OFFICES = tuple(
    "professor|fellow|columnist|editor|director|researcher|correspondent|reporter|lecturer|"
    "analyst|economist|contributor|editorial board|staff writer|writer|associate|adviser|"
    "university".split("|")
)
