package cn.jinshan.chronicle.staff;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator's settings mean for those who sign in, and for what is noted of them.
 *
 * @param data the folder where the address for setting up is left at the first start
 * @param address the public base address; with https the session cookie is bound to it
 * @param adminPassword of the account {@code admin} that is made where there is none, for unattended installs; unset,
 *     the first administrator is made at the address for setting up
 * @param journalKept how long the activity log is kept, such as {@code P2Y} or {@code P184D} (ISO 8601); six months to
 *     1000 years
 */
@ConfigurationProperties("chronicle")
record StaffProperties(
        @DefaultValue("./data") Path data,
        @Nullable URI address,
        @Nullable String adminPassword,
        @DefaultValue("P2Y") Period journalKept) {

    private static final int SIX_MONTHS = 6;

    /** The days of the longest six months, from July or from March on. */
    private static final int DAYS_OF_SIX_MONTHS = 184;

    private static final int FOR_EVER_IN_MONTHS = 1000 * 12;
    private static final int FOR_EVER_IN_DAYS = 1000 * 365;

    StaffProperties {
        long months = journalKept.toTotalMonths();
        long days = journalKept.get(ChronoUnit.DAYS);
        boolean sixMonths = months >= SIX_MONTHS || days >= DAYS_OF_SIX_MONTHS;
        if (!sixMonths || months < 0 || days < 0 || months > FOR_EVER_IN_MONTHS || days > FOR_EVER_IN_DAYS) {
            throw new IllegalArgumentException(
                    "chronicle.journal-kept must be at least six months (P6M or P184D) and at most 1000 years, not "
                            + journalKept);
        }
    }

    boolean overTls() {
        return address != null && "https".equalsIgnoreCase(address.getScheme());
    }

    /** What a cookie is called here: over https it is bound to this host, which a browser takes over TLS alone. */
    String cookie(String name) {
        return overTls() ? "__Host-" + name : name;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "StaffProperties[data=" + data + ", address=" + address + ", journalKept=" + journalKept + "]";
    }
}
