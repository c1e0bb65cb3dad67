package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.staff.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.stereotype.Component;

/**
 * Log of database outages: one line for each cause and minute, with the number of lines that were left out before it.
 */
@Component
class OutageLog implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final RateLimit lines;
    private final Map<String, Integer> unsaid = new ConcurrentHashMap<>();

    OutageLog(Clock clock) {
        lines = new RateLimit(clock, new RateLimit.Limit(1, Duration.ofMinutes(1)));
    }

    void note(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var kind = cause.getClass().getName();
        if (lines.spend("", kind).isZero()) {
            LOG.error("The database is away or cannot write ({} like this not said): {}", before(kind), oneLine(cause));
        } else {
            unsaid.merge(kind, 1, Integer::sum);
        }
    }

    private int before(String kind) {
        var count = unsaid.remove(kind);
        return count == null ? 0 : count;
    }

    private static String oneLine(Throwable cause) {
        return cause.toString().replaceAll("\\s+", " ");
    }

    /** Scheduled tasks that fail in an outage run again at their next time. */
    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(failure -> {
            if (Outage.caused(failure)) {
                note(failure);
            } else {
                TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failure);
            }
        });
    }
}
