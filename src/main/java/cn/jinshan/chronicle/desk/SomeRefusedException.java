package cn.jinshan.chronicle.desk;

import java.util.Map;
import java.util.SortedMap;
import org.springframework.context.MessageSourceResolvable;

/** Of several entries some may not be changed as was asked, so none was. */
class SomeRefusedException extends RuntimeException {

    private final transient SortedMap<Long, MessageSourceResolvable> reasons;

    SomeRefusedException(SortedMap<Long, MessageSourceResolvable> reasons) {
        super("Refused: " + reasons.keySet());
        this.reasons = reasons;
    }

    /** Why, by entry. */
    Map<Long, MessageSourceResolvable> reasons() {
        return reasons;
    }
}
