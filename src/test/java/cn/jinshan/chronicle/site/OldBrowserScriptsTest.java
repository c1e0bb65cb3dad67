package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.JSError;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script as it is served, in the oldest browsers that read these pages: Chrome 69 and iOS 12. */
class OldBrowserScriptsTest {

    /** What scripts call that those browsers have, by the tables of MDN; what they have not is asked for before. */
    private static final Set<String> KNOWN =
            Set.of(("abort add addEventListener append before cancel catch clearTimeout"
                            + " click closest contains createElement createTreeWalker delete dispatchEvent execCommand fetch filter find focus forEach"
                            + " getAttribute getElementById getItem getRandomValues getSelection getVoices includes join json keys map match matches nextNode now"
                            + " open parse parseFromString prepend preventDefault push querySelector querySelectorAll remove removeAttribute"
                            + " removeItem replace resolve scrollIntoView selectAllChildren send set setAttribute setItem setSelectionRange setTimeout some speak"
                            + " split startsWith stopPropagation stringify test then toLocaleTimeString toggle trim warn"
                            + " matchMedia AbortController DOMParser Date Event FormData Number SpeechSynthesisUtterance URL URLSearchParams"
                            + " Uint32Array XMLHttpRequest")
                    .split(" "));

    private final Compiler compiler = new Compiler();

    @Test
    void everyScriptIsParsedAndCallsOnlyWhatIsThere() throws IOException {
        var scripts = new Assets()
                .texts().entrySet().stream()
                        .filter(asset -> asset.getKey().endsWith(".js"))
                        .toList();

        assertThat(scripts).extracting(Map.Entry::getKey).contains("read.js", "write.js", "fold.js", "share.js");
        for (var script : scripts) {
            var parsed = parsed(script.getKey(), script.getValue());
            assertThat(refusals()).as(script.getKey()).isEmpty();
            var calls = new TreeSet<String>();
            var own = new TreeSet<>(KNOWN);
            gather(parsed, calls, own);
            assertThat(own).as(script.getKey()).containsAll(calls);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?.b();",
                "a = b ?? c;",
                "a ??= b;",
                "try { a(); } catch { b(); }",
                "class A { #a = 1; }",
                "class A { a = 1; }",
                "a = 1n;",
                "a = 1_000;",
                "await a();",
            })
    void whatTheyDoNotParseIsSeen(String script) {
        parsed("new.js", script);

        assertThat(refusals()).isNotEmpty();
    }

    private Node parsed(String name, String script) {
        var options = new CompilerOptions();
        options.setLanguageIn(LanguageMode.ECMASCRIPT_2018);
        compiler.disableThreads();
        compiler.initOptions(options);
        return compiler.parse(SourceFile.fromCode(name, script));
    }

    private List<JSError> refusals() {
        return compiler.getErrors();
    }

    /** The names of what is called or made, and of what the script has itself. */
    private static void gather(Node node, Set<String> calls, Set<String> own) {
        if (node.isCall() || node.isNew()) {
            var called = node.getFirstChild();
            calls.add(called.isGetProp() || called.isName() ? called.getString() : "something computed");
        } else if (node.isFunction()) {
            own.add(node.getFirstChild().getString());
        } else if (node.isName() && node.hasChildren()) {
            own.add(node.getString());
        } else if (node.isParamList()) {
            node.children().forEach(parameter -> own.add(parameter.isName() ? parameter.getString() : ""));
        } else if (node.isStringKey()) {
            own.add(node.getString());
        }
        node.children().forEach(child -> gather(child, calls, own));
    }
}
