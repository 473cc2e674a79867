# Guess my number, version 3
import random


def read_guess():
    while True:
        text = input("Your guess: ").strip()
        if text.isdigit():
            return int(text)
        print("A number, please.")


def play(best):
    secret = random.randint(1, 100)
    guesses = []
    while True:
        guess = read_guess()
        if guess in guesses:
            print("You asked that already:", guesses)
        guesses.append(guess)
        if guess == secret:
            print("Yes! Guesses:", len(guesses))
            return len(guesses) if best is None else min(best, len(guesses))
        print("Higher" if guess < secret else "Lower")


def tries_if_always_the_middle(secret):
    low, high, tries = 1, 100, 0
    while True:
        tries = tries + 1
        middle = (low + high) // 2
        if middle == secret:
            return tries
        if middle < secret:
            low = middle + 1
        else:
            high = middle - 1


# The test: every number up to 100 in at most 7 tries.
assert max(tries_if_always_the_middle(n) for n in range(1, 101)) == 7

if __name__ == "__main__":
    best = None
    while input("Play? (y/n) ").strip().lower() == "y":
        best = play(best)
        print("Fewest so far:", best)
