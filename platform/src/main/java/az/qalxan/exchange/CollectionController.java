package az.qalxan.exchange;

import az.qalxan.web.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Collections: what is in them, who may read and write them. */
@Controller
@RequestMapping("/exchange")
class CollectionController {

    @Requires("exchange:read")
    @GetMapping
    String list() {
        return "exchange/collections";
    }
}
