"""Text -> the ISO 639-1 code of its language, from scripts and the small words that every sentence needs.

A posting full of product names has few small words of any language: it counts as English unless another language is
clearly ahead. Only so much of a text is looked at as is needed to tell.
"""

from __future__ import annotations

from postwright.late_pattern import late

ENGLISH = "en"

_FEWEST_LETTERS = 40
"""Shorter texts tell too little: they count as English."""
_SAMPLE = 1_500
"""Characters looked at from the start of a text and as many from its middle."""
_PLAINLY_ENGLISH = frozenset(("the", "and", "with", "our", "your", "you"))
"""Words that no other language here shares; one word in sixteen of English prose at least."""
_SURELY = 12
"""Pieces between spaces of which one such word is enough, however they may fall apart into words."""

_SMALL_WORDS = {
    "en": "the of and to in is for with that on as are you be or this by from at an will we our your have has "
    "not their they it must should who which what how can all any other about within more new "
    "experience work team",
    "de": "der die das und ist in zu den von mit sich des für auf ein eine einen einer eines dem nicht als "
    "auch es an werden aus hat dass sie nach wird bei oder im zum zur wir unser unsere unserem ihr ihre "
    "ihren du dich deine deinen haben sind über sowie kenntnisse bereich aufgaben mehr",
    "fr": "le la les de des du et un une en est que pour dans qui sur au aux par avec ce cette ces sont vous "
    "nous votre vos notre nos ou plus pas être avoir sera leur leurs ainsi comme entre chez afin poste "
    "équipe",
    "es": "el la los las de del y un una en es que para por con se su sus al lo como más o este esta estos "
    "son nuestro nuestra tu tus te ser sobre entre experiencia equipo empresa trabajo buscamos "
    "conocimientos desde muy",
    "pt": "o a os as de do da dos das e um uma em é que para por com se seu sua ao à não mais como ou na no "
    "nas nos são pela pelo nossa nosso você ser experiência equipe equipa empresa conhecimento "
    "conhecimentos trabalho área",
    "it": "il lo la i gli le di del della dei delle e un una uno in è che per con si da al alla nel nella "
    "come più o sono non questo questa nostro nostra tuo essere esperienza lavoro azienda conoscenza "
    "presso ricerca anche",
    "nl": "de het een en van in is dat op te met voor zijn je aan er als niet ook bij naar om onze ons jouw "
    "wij we of door uit maar over jij hebt bent wordt worden ben ervaring binnen werk kennis functie",
    "sv": "och i att det som en på är av för med till den har de inte om ett vi du din ditt dina vår våra hos "
    "eller kommer kan ska från också arbeta erfarenhet inom samt våra oss som",
    "da": "og i at det som en på er af for med til den har de ikke om et vi du din dit dine vores os hos "
    "eller kan skal fra også arbejde erfaring inden samt dig blive vil",
    "no": "og i at det som en på er av for med til den har de ikke om et vi du din ditt dine vår våre oss hos "
    "eller kan skal fra også arbeide erfaring innen samt deg bli vil",
    "fi": "ja on ei se että tai kun sekä myös ovat joka jotka sinulla meillä meidän mukaan olla voit sinun "
    "työ työn kokemusta osaamista tehtävä tehtävään haemme hän mutta niin kanssa",
    "pl": "i w z na do się jest nie że o dla oraz od po jak przez lub co to za ze przy pracy doświadczenie "
    "znajomość naszego naszych nasz są być firma zespół umiejętność mile praca będzie",
    "cs": "a v na se je s z do o že pro ve k po za od jako nebo jsou práce zkušenosti znalost naše našeho "
    "jsme máte nabízíme požadujeme být které který tým při také pracovní",
    "ro": "și si în de la cu pe pentru un o este din care nu sau mai ale prin ca să lui experiență echipa "
    "noastră suntem cunoștințe sunt după vei",
    "hu": "a az és hogy nem is egy van vagy mint meg el csapat munka tapasztalat számára csatlakozz ha lesz "
    "nagyon olyan valamint vagyunk ismerete között",
    "tr": "ve bir bu için ile da de olan olarak en çok veya daha gibi ekip deneyim çalışma sahibi olmak "
    "bilgisi konusunda şirket takım arayan ediyoruz tercihen",
    "id": "dan yang di untuk dengan dari pada adalah ini itu dalam atau akan tidak kami anda memiliki "
    "pengalaman kerja mampu minimal sebagai oleh dapat",
    "vi": "và của các cho là có được trong với không những người để một này công việc kinh nghiệm tại làm hoặc theo",
}

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)

_WORD = late(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", late(r"[\u3040-\u30ff]")),
    ("ko", late(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", late(r"[\u4e00-\u9fff]")),
    ("uk", late(r"[іїєґІЇЄҐ]")),
    ("ru", late(r"[\u0400-\u04ff]")),
    ("el", late(r"[\u0370-\u03ff]")),
    ("he", late(r"[\u0590-\u05ff]")),
    ("ar", late(r"[\u0600-\u06ff]")),
    ("hy", late(r"[\u0530-\u058f]")),
    ("ka", late(r"[\u10a0-\u10ff]")),
    ("th", late(r"[\u0e00-\u0e7f]")),
    ("hi", late(r"[\u0900-\u097f]")),
)
_LATIN = late(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of `text` is written in.

    >>> detect_language("We are looking for a nurse who will join our team and care for the patients of the ward.")
    'en'
    >>> detect_language("Wir suchen eine Pflegekraft, die mit uns auf der Station arbeitet und sich gern einbringt.")
    'de'
    """
    sample = _sample(text)
    if not sample.isascii():
        script = _other_script(sample)
        if script:
            return script
    sample = sample.lower()
    pieces = sample.split()
    if sum(map(_PLAINLY_ENGLISH.__contains__, pieces)) * _SURELY >= len(pieces) > _FEWEST_LETTERS:
        return ENGLISH  # as nearly always, without a closer look
    words = _WORD.findall(sample)
    plain = sum(1 for word in words if word in _PLAINLY_ENGLISH)
    if plain * 16 >= len(words) or sum(map(len, words)) < _FEWEST_LETTERS:
        return ENGLISH
    return _by_small_words(words)


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"


def _other_script(sample: str) -> str:
    """Return the language of the script that has more letters than the Latin one, else an empty string."""
    foreign = sum(1 for letter in sample if letter > "\u036f" and letter.isalpha())
    if foreign < 10:
        return ""
    latin = len(_LATIN.findall(sample))
    counts = {language: len(letters.findall(sample)) for language, letters in _SCRIPTS}
    if counts["ja"] * 10 > counts["zh"]:  # Japanese mixes its own letters with Chinese ones
        counts["ja"] += counts.pop("zh")
    if counts["uk"] * 50 > counts["ru"]:  # Ukrainian shares most of its letters with Russian
        counts["uk"] += counts.pop("ru")
    language = max(counts, key=lambda code: counts[code])
    return language if counts[language] > latin else ""


def _by_small_words(words: list[str]) -> str:
    hits = dict.fromkeys(_SMALL_WORDS, 0.0)
    for word in words:
        languages = _LANGUAGES_OF.get(word)
        if languages:
            for language in languages:  # a word of many languages tells less about each
                hits[language] += 1 / len(languages)
    best = max(hits, key=lambda code: hits[code])
    clearly = hits[best] >= 3 and hits[best] > 1.3 * hits[ENGLISH]
    return best if clearly else ENGLISH
