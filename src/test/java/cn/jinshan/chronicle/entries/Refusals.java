package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.dates.DateRefusedException;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a reader is told when a date is refused. */
public final class Refusals {

    private static final ResourceBundleMessageSource MESSAGES = Messages.source();

    private Refusals() {}

    public static String inChinese(ThrowingCallable dating) {
        return said(dating, Locale.SIMPLIFIED_CHINESE);
    }

    public static String inEnglish(ThrowingCallable dating) {
        return said(dating, Locale.ENGLISH);
    }

    /** The code of the message that names what is wrong. */
    public static String code(ThrowingCallable dating) {
        return refusal(dating).reason().getCode();
    }

    private static String said(ThrowingCallable dating, Locale language) {
        return MESSAGES.getMessage(refusal(dating).reason(), language);
    }

    private static DateRefusedException refusal(ThrowingCallable dating) {
        var refusal = catchThrowableOfType(DateRefusedException.class, dating);
        if (refusal == null) {
            throw new AssertionError("The date was not refused");
        }
        return refusal;
    }
}
