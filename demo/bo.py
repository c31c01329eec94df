"""Bo's notebook."""

from demo.page import Page

PAGES = [
    Page(
        168,
        "Ana says writing helps. I write lists. So, a list:\n\n"
        "1. what I like about living here: the light in the hall at seven\n"
        "2. what I do not: the hall at seven, when we are both late\n"
        "3. who I would rather be late with than on time: Ana",
        "3. who I would rather be late with than on time: Ana",
    ),
    Page(
        157,
        "Learned a word today. *Fine* means: ask me once more. I am forty and nobody told me.",
    ),
    Page(
        143,
        "Hard week at work. Did not talk about it because I did not want to bring it in the "
        "house. But it was in the house anyway, only without a name.",
    ),
    Page(
        141,
        "Told Ana about work after all. Ten minutes, no advice, she only said *that sounds "
        "lonely*. That was the word. I had been looking for it under *busy*.",
        "she only said *that sounds lonely*. That was the word. I had been looking for it under "
        "*busy*.",
    ),
    Page(
        119,
        "Ana sings in the bath when she thinks the door is thicker than it is. I turn the radio "
        "off.",
        "Ana sings in the bath when she thinks the door is thicker than it is. I turn the radio "
        "off.",
    ),
    Page(
        97,
        "The money for the trip. I went silent again. When she explains fast I hear *you are "
        "doing it wrong*, and I go somewhere behind my face.\n\n"
        "She does not say it. I hear it. That is mine to know.",
    ),
    Page(
        94,
        "What I would like to have done otherwise: said *give me a minute* instead of nothing. "
        "Nothing is not a minute.",
        "said *give me a minute* instead of nothing. Nothing is not a minute.",
    ),
    Page(
        72,
        "Woke first. Sloping roof, grey light, Ana asleep with her mouth a little open, like "
        "someone about to say something kind. I did not move for a long time.",
        "Woke first. Sloping roof, grey light, Ana asleep with her mouth a little open, like "
        "someone about to say something kind. I did not move for a long time.",
    ),
    Page(
        55,
        "She has been low and I have been *useful*: washed up, fixed the drawer, bought the good "
        "bread. Today I stopped being useful and sat down. That was what was missing, a person.",
    ),
    Page(
        38,
        "The parcel. I forgot it, she was right, and I noticed the *but* coming up in my throat "
        "and swallowed it. It was about the size of a plum stone.",
    ),
    Page(
        30,
        "My father called, which he never does. Talked about tomatoes for a quarter of an hour. "
        "I think it was a declaration of love. I said mine were doing well.",
    ),
    Page(
        19,
        "A thing I want to get better at. I want to say the good things when I think them. I think "
        "them a good deal more often than Ana can possibly know.",
        "I want to say the good things when I think them. I think them a good deal more often than "
        "Ana can possibly know.",
    ),
    Page(
        11,
        "Practised. Said: *I like how you talk to the neighbour's dog as if it had a job.* She "
        "went red. I should have begun years ago.",
    ),
    Page(
        4,
        "Shared the last piece of the good cake without being seen to measure it. Progress.",
        "Shared the last piece of the good cake without being seen to measure it. Progress.",
    ),
    Page(
        1,
        "Ana was humming my four notes in the kitchen today. I do not think she knows that she "
        "has them.",
    ),
]
