package cn.jinshan.chronicle.text;

import java.util.BitSet;

/**
 * Cell of a CSV table that no spreadsheet runs as a formula (OWASP, CSV Injection). An apostrophe is put before a
 * formula, also where a spreadsheet that divides at semicolons or ignores quotation marks would begin another cell.
 */
public final class TableCell {

    private static final char APOSTROPHE = '\'';

    private static final String BETWEEN_CELLS = ";,|\"\t\r\n";

    private TableCell() {}

    /** A text as it is written into a cell. */
    public static String plain(String text) {
        var guarded = formulas(text);
        var plain = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); place++) {
            if (guarded.get(place)) {
                plain.append(APOSTROPHE);
            }
            plain.append(text.charAt(place));
        }
        return plain.toString();
    }

    /** The text that {@link #plain} wrote. */
    static String read(String cell) {
        var guarded = formulas(cell);
        var text = new StringBuilder(cell.length());
        for (int place = 0; place < cell.length(); place++) {
            if (!guarded.get(place) || cell.charAt(place) != APOSTROPHE) {
                text.append(cell.charAt(place));
            }
        }
        return text.toString();
    }

    /** The beginnings of cells that would be calculated, apostrophes and what nobody sees before them or not. */
    private static BitSet formulas(String text) {
        var formulas = new BitSet();
        boolean follows = false;
        boolean isBroken = false;
        for (int place = text.length() - 1; place >= 0; place--) {
            char each = text.charAt(place);
            follows = isOperator(each) || (follows && isUnseen(each));
            isBroken = "\t\r\n".indexOf(each) >= 0 || (isBroken && each == APOSTROPHE);
            if (place == 0 ? follows || isBroken : follows && isBetweenCells(text.charAt(place - 1))) {
                formulas.set(place);
            }
        }
        return formulas;
    }

    private static boolean isBetweenCells(char each) {
        return BETWEEN_CELLS.indexOf(halfWidth(each)) >= 0;
    }

    /** Some spreadsheets also calculate what is written in full width. */
    private static boolean isOperator(char each) {
        return "=+-@\u2212".indexOf(halfWidth(each)) >= 0;
    }

    private static boolean isUnseen(char each) {
        return each == APOSTROPHE || BETWEEN_CELLS.indexOf(each) >= 0 || Character.isSpaceChar(each) || Unseen.is(each);
    }

    private static char halfWidth(char each) {
        return each < 128 ? each : HalfWidth.compatible(String.valueOf(each)).charAt(0);
    }
}
