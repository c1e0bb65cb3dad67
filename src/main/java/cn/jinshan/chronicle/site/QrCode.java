package cn.jinshan.chronicle.site;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * QR code of an address (ISO/IEC 18004), to be scanned from screen or paper.
 *
 * @param address what it says
 * @param size how many squares it is wide and high, without the quiet zone of four around it
 * @param path its dark squares as lines of an SVG path, each as thick as a square
 */
public record QrCode(String address, int size, String path) {

    /** @throws IllegalArgumentException if the address is too long for any code: some 2,000 characters */
    static QrCode of(String address) {
        try {
            var squares = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(address, squares.getWidth(), path(squares));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String path(ByteMatrix squares) {
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            path.append("M0 ").append(y).append(".5");
            int end = 0;
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    int start = x;
                    while (x < squares.getWidth() && squares.get(x, y) == 1) {
                        x++;
                    }
                    path.append(start == end ? "" : "m" + (start - end) + " 0")
                            .append('h')
                            .append(x - start);
                    end = x;
                }
            }
        }
        return path.toString();
    }
}
