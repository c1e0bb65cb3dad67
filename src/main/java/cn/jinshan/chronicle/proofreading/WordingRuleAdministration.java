package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with the words to look out for. */
@Service
@Transactional
class WordingRuleAdministration {

    /**
     * Words to look out for.
     *
     * @param keeps whether they stay as they are
     */
    record Rule(
            long id,
            long version,
            String found,
            String better,
            List<String> offers,
            boolean keeps,
            WordingHint.Kind kind) {

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

    @Transactional(readOnly = true)
    List<Rule> all() {
        return rules.all().stream().map(Rule::of).toList();
    }

    /**
     * One rule.
     *
     * @throws NotPublicException if there is none
     */
    @Transactional(readOnly = true)
    Rule rule(long id) {
        return rules.findById(id).map(Rule::of).orElseThrow(() -> new NotPublicException("rule"));
    }

    /**
     * Adds a rule.
     *
     * @throws DataIntegrityViolationException if another looks out for the same
     */
    void add(String found, String better, WordingHint.Kind kind) {
        refuseTwice(found, null);
        note("hint-rule.added", rules.save(new WordingRule(found, better, kind)));
    }

    /**
     * Changes a rule.
     *
     * @throws DataIntegrityViolationException if another looks out for the same
     * @throws ConcurrencyFailureException if somebody changed it since
     * @throws NotPublicException if there is none
     */
    void change(long id, long seen, String found, String better, WordingHint.Kind kind) {
        var rule = rules.forChange(id).orElseThrow(() -> new NotPublicException("rule"));
        rule.refuseStale(seen);
        refuseTwice(found, rule);
        rule.change(found, better, kind);
        note("hint-rule.changed", rule);
    }

    /**
     * Removes a rule; nothing more happens if somebody removed it already.
     *
     * @throws ConcurrencyFailureException if somebody changed it since
     */
    void remove(long id, long seen) {
        rules.forChange(id).ifPresent(rule -> {
            rule.refuseStale(seen);
            rules.delete(rule);
            note("hint-rule.removed", rule);
        });
    }

    private void refuseTwice(String found, @Nullable WordingRule rule) {
        rules.alike(found).stream().filter(other -> other != rule).findFirst().ifPresent(other -> {
            throw new DuplicateKeyException("Rule " + other.id() + " looks out for the same");
        });
    }

    private void note(String verb, WordingRule rule) {
        journal.write(verb, "wording-rule " + rule.id(), null);
    }
}
