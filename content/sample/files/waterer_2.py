# Plant waterer, second try. The deciding is kept apart from the pins, so it can be tested on the computer.

DRY = 40
PAUSE = 60  # minutes between two waterings, whatever anybody presses


def percent(raw):
    """The sensor says a lot when it is dry. 0 is dust, 100 is soup."""
    return 100 - raw * 100 // 65535


def believable(moisture):
    """A sensor that lies on the carpet says 0."""
    return 0 < moisture < 100


def rested(minutes_since_water):
    return minutes_since_water >= PAUSE


def thirsty(moisture):
    return moisture < DRY


def decide(moisture, minutes_since_water, button):
    """True when the pump should run."""
    if not believable(moisture) or not rested(minutes_since_water):
        return False
    return button or thirsty(moisture)


def blink(led):
    led.on()
    led.off()


def pump_for(pump, sleep, seconds):
    pump.on()
    sleep(seconds)
    pump.off()


# Tests
assert percent(0) == 100 and percent(65535) == 0
assert not believable(0) and believable(41)
assert rested(60) and not rested(59)
assert thirsty(39) and not thirsty(40)
assert decide(30, 90, False)
assert not decide(30, 10, True), "Teo"
assert not decide(0, 500, False), "carpet"
