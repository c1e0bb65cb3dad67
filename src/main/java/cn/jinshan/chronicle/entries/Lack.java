package cn.jinshan.chronicle.entries;

import java.util.EnumSet;
import java.util.Set;

/** Something that an edition still needs before it can be published. */
public enum Lack {
    TITLE,
    /** A date that is understood. */
    DATE,
    BODY,
    /** A public note of what it corrects, because its chronicle is closed. */
    CORRECTION;

    /**
     * What is lacking.
     *
     * @param isDated whether the date is understood
     * @param isNoted whether there is a correction note, or none is needed
     */
    public static Set<Lack> of(String title, boolean isDated, String body, boolean isNoted) {
        var lacks = EnumSet.noneOf(Lack.class);
        if (title.isBlank()) {
            lacks.add(TITLE);
        }
        if (!isDated) {
            lacks.add(DATE);
        }
        if (body.isBlank()) {
            lacks.add(BODY);
        }
        if (!isNoted) {
            lacks.add(CORRECTION);
        }
        return lacks;
    }
}
