# Hedgehog quiz, by Juno

questions = [
    ("How many spines does a grown hedgehog have? a) 500 b) 5000 c) 50000", "b"),
    ("What does it do when it is frightened? a) bite b) run c) roll up", "c"),
    ("When is it awake? a) at night b) at noon", "a"),
    ("What does it eat most? a) apples b) beetles and worms c) bread", "b"),
    ("May you give it milk? yes or no", "no"),
    ("Where does it sleep in winter? a) in leaves b) in water c) in the south", "a"),
    ("Can it swim? yes or no", "yes"),
    ("How far does it walk in one night? a) 20 m b) 200 m c) 2 km", "c"),
]

tries = 0

for question, right in questions:
    while True:
        answer = input(question + " ").strip().lower()
        tries = tries + 1
        if answer == right:
            print("Yes!")
            break
        print("No, try again.")

print("You needed", tries, "tries for", len(questions), "questions.")
if tries == len(questions):
    print("Are you a hedgehog?")
