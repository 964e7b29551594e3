"""Do the frames of a picture stand? Every line that is drawn goes on in the next cell, whatever the text between them
is: a name that is wider or narrower than was reckoned breaks it."""

from wcwidth import wcwidth

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
ARMS = {
    "│": UP | DOWN, "─": LEFT | RIGHT, "┌": DOWN | RIGHT, "┐": DOWN | LEFT, "└": UP | RIGHT, "┘": UP | LEFT,
    "├": UP | DOWN | RIGHT, "┤": UP | DOWN | LEFT, "┬": DOWN | LEFT | RIGHT, "┴": UP | LEFT | RIGHT,
    "┼": UP | DOWN | LEFT | RIGHT,
}


def cells(line):
    """The character at each display column; None under the right half of a wide one."""
    out = []
    for character in line:
        # A jamo that follows joins its syllable: no cell of its own, whatever older tables say.
        width = 0 if "\u1160" <= character <= "\u11ff" else wcwidth(character)
        if width < 0:
            raise ValueError("%r has no width" % character)
        if width > 0:
            out += [character] + [None] * (width - 1)
    return out


def arms(row, column):
    return ARMS.get(row[column], 0) if column < len(row) and row[column] is not None else 0


def broken(picture):
    """The first place where a line goes nowhere, as words; None when all stand. The rows are text."""
    rows = [cells(line) for line in picture.splitlines()]
    # What a prompt says above itself, and choices of several lines, lie over the end of the frame.
    over = len(rows) - 1
    while over > 0 and not any(arms(rows[over], column) for column in range(len(rows[over]))):
        over -= 1
    for at, row in enumerate(rows):
        if at == over and over < len(rows) - 2:
            break
        for column in range(len(row)):
            for here, there, next_row in ((DOWN, UP, at + 1), (UP, DOWN, at - 1)):
                if arms(row, column) & here and not (0 <= next_row < len(rows)
                                                     and arms(rows[next_row], column) & there):
                    return "the line at row %d, column %d goes nowhere" % (at + 1, column + 1)
    return None
