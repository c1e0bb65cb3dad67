package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.start.RefusedStartException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.0.1, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.3/31, 10.1.2.2, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 32.1.13.184, false",
        "fd00::/8, fe00::1, false",
        "10.0.0.0/8, ::ffff:10.9.9.9, true",
    })
    void itHoldsTheAddressesThatShareItsFirstBits(String network, String address, boolean held) {
        assertThat(Network.of(network).holds(Network.literal(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "proxy", "localhost", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.0/33", "10.0.0.0/-1",
                "10.0.0.0/", "10.0.0.0/a", "::1/129", "::1::", "1:2", "10.0.0.1:80", "[::1]", "10.0.0.1/8/8", "*"
            })
    void whatIsNeitherAnAddressNorARangeIsRefused(String written) {
        assertThatThrownBy(() -> Network.of(written)).isInstanceOf(RefusedStartException.class);
    }
}
