# Draws a star with one line. Change the number!
import turtle

points = 9

if points % 2 == 0:
    print("Only odd numbers of points, please.")
else:
    turtle.color("blue")
    for point in range(points):
        turtle.forward(300)
        turtle.right(180 - 180 / points)
    turtle.done()
