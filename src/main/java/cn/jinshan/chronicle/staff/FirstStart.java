package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.start.WhileServing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Creates at each start, while no account exists, a one-time address for the first administrator. The address is
 * written only to the log and to a file. There is no default password (OWASP ASVS 5.0, 6.3.2).
 */
@WhileServing
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Setup setup;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final StaffProperties properties;
    private final ResetAddress resetAddress;
    private final AddressFile file;

    FirstStart(
            Setup setup,
            Passwords passwords,
            PasswordRules rules,
            StaffProperties properties,
            ResetAddress resetAddress) {
        this.setup = setup;
        this.passwords = passwords;
        this.rules = rules;
        this.properties = properties;
        this.resetAddress = resetAddress;
        this.file = new AddressFile(properties.data(), "setup-address.txt");
    }

    /** Makes the administrator whose password the operator gave, before the first request is served. */
    @Override
    public void afterSingletonsInstantiated() {
        var password = properties.adminPassword();
        if (password != null && !password.isEmpty() && setup.isNeeded()) {
            if (rules.refusal(password, Setup.ADMIN, "").isPresent()) {
                throw new RefusedStartException(
                        "The password in CHRONICLE_ADMIN_PASSWORD is shorter than 8 characters, longer than 256, or easy to guess.",
                        "Give another one, such as a few words that have nothing to do with each other, or none at all:"
                                + " then the first account is made at an address that the log names.");
            }
            setup.unattended(passwords.hash(password));
        }
    }

    /** Opens the address for setting up, or closes it where there are accounts; forgets what else is over. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        resetAddress.forgetOver();
        if (!setup.isNeeded()) {
            setup.close();
            forgetFile();
        } else if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            var address = properties
                    .base(web.getWebServer().getPort())
                    .resolve("/setup/" + setup.open().value());
            file.write(address);
            LOG.info("There is no account yet. Within 24 hours, make the first one at {} (also in {})", address, file);
        }
    }

    /** Deletes the file with the address, if there is one. */
    void forgetFile() {
        file.forget();
    }
}
