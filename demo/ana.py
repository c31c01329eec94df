"""Ana's notebook. No weekdays and no weather of a season: the days move with the demo."""

from demo.page import A_YEAR, Page

PAGES = [
    Page(
        A_YEAR,
        "First evening in the new flat. No lamp yet, so we ate soup on the floor by the light of "
        "the open fridge, and Bo raised a spoon and said, *to the kitchen, which is also the "
        "dining room, which is also the hall*.\n\n"
        "I had been anxious about the move for weeks. It went out of me like air.",
        "we ate soup on the floor by the light of the open fridge, and Bo raised a spoon and "
        "said, *to the kitchen, which is also the dining room, which is also the hall*.",
    ),
    Page(
        171,
        "Back in here, after half a year of dots. I am not a diary person. Bo neither, I think, "
        "but Bo bought a notebook once and used it for measuring the shelves.\n\n"
        "What I want to remember from today: the way Bo waits in the doorway when I am on the "
        "phone, holding up two cups, one eyebrow asking *which*.",
        "the way Bo waits in the doorway when I am on the phone, holding up two cups, one "
        "eyebrow asking *which*.",
    ),
    Page(
        158,
        "Long day. I came home wanting to be asked how it was, and when I was asked I said "
        "*fine*. Then I was cross that Bo believed me.\n\n"
        "Note to myself: **fine** is a door I close and then complain about.",
    ),
    Page(
        157,
        "Said it this morning, over toast: when I say fine I often mean *ask me once more*. Bo "
        "put the butter down and asked once more. So simple that I laughed.",
        "when I say fine I often mean *ask me once more*.",
    ),
    Page(
        140,
        "My sister on the phone for an hour. I noticed how I tell her things about us that I "
        "have not told Bo. Nothing bad. Only that they come out easier where nothing hangs on "
        "them.\n\n"
        "Perhaps I could practise the easy ones at home.",
    ),
    Page(
        126,
        "Bo fixed the window that has rattled since we moved in. Did not mention it. I only "
        "noticed at three in the night, because of the quiet.\n\n"
        "I lay there and was grateful to a window.",
        "Bo fixed the window that has rattled since we moved in. Did not mention it. I only "
        "noticed at three in the night, because of the quiet.",
    ),
    Page(
        112,
        "Things that make me feel at home with Bo:\n\n"
        "- the hum while cooking, always the same four notes\n"
        "- that my side of the bed is warm when I come late\n"
        "- being told the plot of a film I have seen, badly\n"
        "- *text me when you are on the train*, every time, for years",
        "- the hum while cooking, always the same four notes\n"
        "- that my side of the bed is warm when I come late\n"
        "- being told the plot of a film I have seen, badly",
    ),
    Page(
        97,
        "We disagreed about the money for the trip, and it went the old way: I explained more "
        "and more, Bo said less and less. I heard myself use the word *always*.\n\n"
        "Under it, if I am honest, I was afraid that we are becoming people who put everything "
        "off.",
    ),
    Page(
        95,
        "Tried again, on a walk this time, side by side. It helps not to look at each other. I "
        "said the sentence about putting things off. Bo was quiet for the length of the canal "
        "and then said: *me too, I just call it being careful.*\n\n"
        "We booked the small trip. Not the large one. I am happy with the small one.",
        "We booked the small trip. Not the large one. I am happy with the small one.",
    ),
    Page(
        73,
        "The small trip. A room with a sloping roof, one window, and a chair that neither of us "
        "could sit on without laughing.\n\n"
        "> We should have come years ago, I said.\n"
        ">\n"
        "> We were busy getting here, said Bo.",
        "> We should have come years ago, I said.\n>\n> We were busy getting here, said Bo.",
    ),
    Page(
        58,
        "A low week. Nobody did anything. I would like to be somebody who can be low without "
        "making a riddle of it for the other to solve.",
    ),
    Page(
        54,
        "Asked for what I needed, in advance and in plain words: *half an hour of nothing, then "
        "you.* It worked so well that I feel a little foolish about the last ten years.",
        "*half an hour of nothing, then you.*",
    ),
    Page(
        39,
        "Bo forgot the thing with my mother's parcel. Small, and I was small about it. Later an "
        "apology that had no *but* in it. I have been turning it over like a good stone.",
        "Later an apology that had no *but* in it. I have been turning it over like a good stone.",
    ),
    Page(
        25,
        "What I rely on, without thinking: that the keys hang on the hook. That Bo comes home "
        "when Bo said. That a bad morning ends in the evening.\n\n"
        "I should think of it more often.",
    ),
    Page(
        16,
        "We read on the sofa, feet against feet, and did not speak for two hours, and it was the "
        "best conversation of the week.",
        "We read on the sofa, feet against feet, and did not speak for two hours, and it was the "
        "best conversation of the week.",
    ),
    Page(
        7,
        "Tired and short with each other. Bo stopped in the middle and said: *we are hungry, "
        "that is all this is.* We were. Noodles at ten at night.",
    ),
    Page(
        2,
        "I want to ask Bo about dancing again. We stopped when my knee was bad, and then the "
        "knee got better and we did not.\n\n"
        "Afraid of a no? Afraid of stairs, rather. But I want to ask.",
    ),
    Page(
        0,
        "Bo made tea. *I had not asked.* I was at the desk with my back to the door, and there "
        "it stood, and the steps were already going away again.",
        "Bo made tea. *I had not asked.*",
    ),
]
