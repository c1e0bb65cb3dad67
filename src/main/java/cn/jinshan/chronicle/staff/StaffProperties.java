package cn.jinshan.chronicle.staff;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Operator's settings for accounts and sign-in.
 *
 * @param data the folder where one-time addresses are left for whoever operates the application
 * @param address the public base address; with https the session cookie is bound to it
 * @param adminPassword of the account {@code admin} that is made where there is none, for unattended installs; unset,
 *     the first administrator is made at the address for setting up
 */
@ConfigurationProperties("chronicle")
public record StaffProperties(
        @DefaultValue("./data") Path data,
        @Nullable URI address,
        @Nullable String adminPassword) {

    public boolean overTls() {
        return address != null && "https".equalsIgnoreCase(address.getScheme());
    }

    /** The address under which it is served: the public one, or one of this machine. */
    URI base(int port) {
        return address != null ? address : URI.create("http://localhost:" + port);
    }

    /** The name of a cookie: over https with the {@code __Host-} prefix, which binds it to this host and TLS. */
    public String cookie(String name) {
        return overTls() ? "__Host-" + name : name;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "StaffProperties[data=" + data + ", address=" + address + "]";
    }
}
