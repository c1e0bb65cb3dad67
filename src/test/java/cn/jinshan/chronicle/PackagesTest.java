package cn.jinshan.chronicle;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class PackagesTest {

    @Test
    void eachPackageUsesOnlyThoseItDeclares() {
        ApplicationModules.of(ChronicleApplication.class).verify();
    }
}
