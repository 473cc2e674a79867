# A music box: letters in, sound out. Letters are notes, a space is a rest.
import math
import struct
import wave

RATE = 8000
STEPS = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2, "c": 3, "d": 5, "e": 7}


def pitch(steps):
    """Steps above (or below!) the A of a tuning fork."""
    return 440 * 2 ** (steps / 12)


def note(letter, seconds):
    """One tone that fades, as a list of numbers from -1 to 1."""
    count = int(RATE * seconds)
    if letter == " ":
        return [0] * count
    speed = 2 * math.pi * pitch(STEPS[letter]) / RATE
    return [math.sin(speed * n) * (1 - n / count) ** 2 for n in range(count)]


def tune(letters):
    sound = []
    for letter in letters:
        sound = sound + note(letter, 0.3)
    return sound


def save(sound, name):
    with wave.open(name, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for value in sound:
            file.writeframes(struct.pack("<h", int(value * 20000)))


assert round(pitch(12)) == 880
assert len(note("A", 1)) == RATE

if __name__ == "__main__":
    save(tune("EGcGEGcG DFAFDFAF EGcedcBGC  C"), "music-box.wav")
