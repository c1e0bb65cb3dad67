package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.site.RestoredForm;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A form of the desk, for the tests: it posts to its own address. */
@Controller
@TestComponent
public class SampleForm {

    /** What is typed into it. */
    public static class Typed {

        private String title = "";
        private int position;
        private List<String> subjects = new ArrayList<>();

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public int getPosition() {
            return position;
        }

        public void setPosition(int position) {
            this.position = position;
        }

        public List<String> getSubjects() {
            return subjects;
        }

        public void setSubjects(List<String> subjects) {
            this.subjects = subjects;
        }
    }

    private final List<String> saved = new ArrayList<>();

    /** The titles that were sent. */
    public List<String> saved() {
        return saved;
    }

    @GetMapping("/admin/sample")
    String form(RestoredForm kept, Model model) {
        var typed = new Typed();
        kept.into(typed);
        model.addAttribute(typed);
        return "sample";
    }

    @PostMapping("/admin/sample")
    String save(@ModelAttribute Typed typed) {
        saved.add(typed.getTitle());
        return "redirect:/admin/sample";
    }

    /** What only a reviewer may ask for. */
    @PreAuthorize("hasRole('REVIEWER')")
    @GetMapping("/admin/sample/review")
    ResponseEntity<Void> review() {
        return ResponseEntity.noContent().build();
    }
}
