package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a reader is told when a date is refused. */
final class Refusals {

    private static final ResourceBundleMessageSource MESSAGES = messages();

    private Refusals() {}

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    static String inChinese(ThrowingCallable dating) {
        return said(dating, Locale.SIMPLIFIED_CHINESE);
    }

    static String inEnglish(ThrowingCallable dating) {
        return said(dating, Locale.ENGLISH);
    }

    /** The code of the message that names what is wrong. */
    static String code(ThrowingCallable dating) {
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
