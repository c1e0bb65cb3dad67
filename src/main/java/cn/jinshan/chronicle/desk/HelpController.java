package cn.jinshan.chronicle.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How to use the desk (使用说明), for people who would rather read it on paper. */
@Controller
class HelpController {

    @GetMapping("/admin/help")
    String help() {
        return "editing/help";
    }
}
