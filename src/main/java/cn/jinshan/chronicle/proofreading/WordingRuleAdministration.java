package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.ListAdministration;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.StoredTexts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which administrators manage the wording rules. */
@Service
@Transactional
class WordingRuleAdministration implements ListAdministration<WordingRuleAdministration.Rule, RuleForm>, StoredTexts {

    /**
     * Wording rule as administrators see it.
     *
     * @param keeps whether the words stay as they are
     */
    record Rule(
            long id,
            long version,
            String found,
            String better,
            List<String> offers,
            boolean keeps,
            WordingHint.Kind kind)
            implements Listed {

        @Override
        public String name() {
            return found;
        }

        /** Whether it looks out for, or offers, folded words. */
        boolean says(String wanted) {
            return Stream.of(found, better)
                    .anyMatch(words -> FoldedText.of(words).text().contains(wanted));
        }

        private static Rule of(WordingRule rule) {
            return new Rule(
                    Objects.requireNonNull(rule.id()),
                    rule.version(),
                    rule.found(),
                    rule.better(),
                    rule.offers(),
                    rule.isToKeep(),
                    rule.kind());
        }
    }

    private final WordingRules rules;
    private final Journal journal;

    WordingRuleAdministration(WordingRules rules, Journal journal) {
        this.rules = rules;
        this.journal = journal;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rule> all() {
        return rules.all().stream().map(Rule::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Rule find(long id) {
        return rules.findById(id).map(Rule::of).orElseThrow(() -> new NotPublicException("rule"));
    }

    @Override
    public void add(RuleForm form) {
        refuseTwice(form, null);
        note("hint-rule.added", rules.save(new WordingRule(form.found, form.better, form.chosenKind())));
    }

    @Override
    public void change(long id, RuleForm form) {
        var rule = rules.forChange(id).orElseThrow(() -> new NotPublicException("rule"));
        rule.refuseStale(form.seen());
        refuseTwice(form, rule);
        rule.change(form.found, form.better, form.chosenKind());
        note("hint-rule.changed", rule);
    }

    @Override
    public void remove(long id, long seen) {
        rules.forChange(id).ifPresent(rule -> {
            rule.refuseStale(seen);
            rules.delete(rule);
            note("hint-rule.removed", rule);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        rules.all()
                .forEach(
                        rule -> action.accept(StoredText.of("wording-rule " + rule.id(), rule.found(), rule.better())));
    }

    private void refuseTwice(RuleForm form, @Nullable WordingRule rule) {
        rules.alike(form.found).stream()
                .filter(other -> other != rule)
                .findFirst()
                .ifPresent(other -> {
                    throw new DuplicateKeyException("Rule " + other.id() + " looks out for the same");
                });
    }

    private void note(String verb, WordingRule rule) {
        journal.write(verb, "wording-rule " + rule.id(), null);
    }
}
