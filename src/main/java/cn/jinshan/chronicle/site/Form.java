package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.text.PlainText;

/**
 * Form that a person fills in. A request sets its public fields, and those of the forms in a list of it; each text is
 * cleaned as it is set.
 */
public abstract class Form {

    /**
     * What a field keeps of a typed text: unless a form says otherwise, plain text without the space around it.
     *
     * @param field its path without indexes: {@code subjects.name}
     */
    protected String cleaned(String field, String typed) {
        return PlainText.stripped(typed);
    }
}
