package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.storage.OlderDatabases;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Removes the desk's warning about a restored older database, once an administrator has dealt with it. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OlderDatabasesController {

    private static final String DESK = "/admin";
    private static final String SETTLING = "/admin/older-databases/{id:[1-9]\\d{0,17}}/settling";

    private final OlderDatabases olderDatabases;
    private final DateWords dateWords;

    OlderDatabasesController(OlderDatabases olderDatabases, DateWords dateWords) {
        this.olderDatabases = olderDatabases;
        this.dateWords = dateWords;
    }

    @GetMapping(SETTLING)
    ModelAndView ask(@PathVariable long id) {
        var older = olderDatabases.open(id).orElseThrow(() -> new NotPublicException("older database " + id));
        return new Question(
                        "older-database.settling",
                        DESK,
                        "/admin/older-databases/" + id + "/settling",
                        DESK,
                        "",
                        Map.of(),
                        List.of(dateWords.moment(older.known()), dateWords.moment(older.acknowledged())),
                        null)
                .page();
    }

    @PostMapping(SETTLING)
    String settle(@PathVariable long id) {
        olderDatabases.settle(id);
        return "redirect:" + DESK;
    }
}
