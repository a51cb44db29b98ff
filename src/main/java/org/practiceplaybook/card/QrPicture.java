package org.practiceplaybook.card;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * An address as a code for cameras.
 *
 * @param size of each side, the quiet zone included, in squares
 * @param path of the dark squares, as lines of the width of one
 */
record QrPicture(int size, String path) {
    /** So much white around it is part of the code. */
    private static final int QUIET = 4;

    /** The code of an address; empty where it is none or longer than a code can hold. */
    static Optional<QrPicture> of(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(QrCode.encodeText(address, QrCode.Ecc.MEDIUM)));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    private static QrPicture of(QrCode code) {
        StringBuilder path = new StringBuilder(2048);
        for (int y = 0; y < code.size; y++) {
            int done = -1;
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int start = x;
                    while (x < code.size && code.getModule(x, y)) {
                        x++;
                    }
                    if (done < 0) {
                        path.append('M')
                                .append(start + QUIET)
                                .append(' ')
                                .append(y + QUIET)
                                .append(".5");
                    } else {
                        path.append('m').append(start - done).append(" 0");
                    }
                    path.append('h').append(x - start);
                    done = x;
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
