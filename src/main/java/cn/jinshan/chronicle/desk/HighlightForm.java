package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.site.VersionedForm;

/** Form that puts an entry among the highlights of its year, or elsewhere among them. */
public class HighlightForm extends VersionedForm {

    /** The place at which it was seen, from 1; empty if it was no highlight. */
    public String from = "";

    /** The wanted place, from 1; empty for the last. */
    public String place = "";

    /** The place at which it was seen, from 1; 0 if it was no highlight. */
    int seenPlace() {
        return place(from, 0);
    }

    /** The wanted place, from 1. */
    int wantedPlace() {
        return place(place, Integer.MAX_VALUE);
    }

    private static int place(String typed, int otherwise) {
        return typed.matches("[1-9]\\d?") ? Integer.parseInt(typed) : otherwise;
    }
}
