package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Messages;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {

    @ParameterizedTest
    @EnumSource
    void itsAddressNamesIt(Transition transition) {
        assertThat(Transition.at("/admin/entries/7/" + transition.path())).isEqualTo(transition);
    }

    @Test
    void aNumberMayStandAfterIt() {
        assertThat(Transition.at("/admin/entries/{id:[1-9]\\d{0,17}}/draft-from/{number:[1-9]\\d{0,8}}"))
                .isEqualTo(Transition.DRAFT_FROM);
    }

    @ParameterizedTest
    @EnumSource
    void itHasItsWords(Transition transition) throws IOException {
        var ask = "ask." + transition.path();

        assertThat(Messages.of(Messages.CHINESE))
                .containsKeys(ask, ask + ".means", ask + ".button", "done." + transition.path())
                .containsKeys(
                        "verb." + transition.journalled(),
                        transition.refused().reason().getCode());
    }
}
