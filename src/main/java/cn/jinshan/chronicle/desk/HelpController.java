package cn.jinshan.chronicle.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The manual of the desk (使用说明), also for print. */
@Controller
class HelpController {

    @GetMapping("/admin/help")
    String help() {
        return "desk/help";
    }
}
