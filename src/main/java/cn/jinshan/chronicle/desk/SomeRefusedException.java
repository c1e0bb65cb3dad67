package cn.jinshan.chronicle.desk;

import java.util.Map;
import java.util.SortedMap;
import org.springframework.context.MessageSourceResolvable;

/** Some of the chosen entries cannot be changed, so none was changed. */
class SomeRefusedException extends RuntimeException {

    private final transient SortedMap<Long, MessageSourceResolvable> reasons;

    SomeRefusedException(SortedMap<Long, MessageSourceResolvable> reasons) {
        super("Refused: " + reasons.keySet());
        this.reasons = reasons;
    }

    /** The reasons, by entry. */
    Map<Long, MessageSourceResolvable> reasons() {
        return reasons;
    }
}
