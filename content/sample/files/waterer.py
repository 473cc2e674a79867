# Plant waterer. Runs on the little board, not on the computer.
from machine import ADC, Pin
from time import sleep

sensor = ADC(26)
pump = Pin(15, Pin.OUT)

DRY = 40
wait = 0  # minutes until it may pump again

while True:
    moisture = 100 - sensor.read_u16() * 100 // 65535
    print(moisture)
    if moisture < DRY and wait <= 0:
        pump.on()
        sleep(2)
        pump.off()
        wait = 60  # the water needs time to get down there
    sleep(600)
    wait = wait - 10
