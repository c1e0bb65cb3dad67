package cn.jinshan.chronicle.staff;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address at which an account chooses a new password, left in the data folder until it is used or over. */
@Component
class ResetAddress {

    private final OwnPasswords ownPasswords;
    private final StaffProperties properties;
    private final int port;
    private final AddressFile file;

    ResetAddress(OwnPasswords ownPasswords, StaffProperties properties, @Value("${server.port:8080}") int port) {
        this.ownPasswords = ownPasswords;
        this.properties = properties;
        this.port = port;
        this.file = new AddressFile(properties.data(), "reset-address.txt");
    }

    /** Leaves the address with this secret; answers where. */
    AddressFile leave(Token token) {
        file.write(properties.base(port).resolve("/invitations/" + token.value()));
        return file;
    }

    /** Deletes the file if its address leads nowhere any more. */
    void forgetOver() {
        if (file.token().filter(token -> ownPasswords.invited(token).isEmpty()).isPresent()) {
            file.forget();
        }
    }
}
