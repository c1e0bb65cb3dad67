package cn.jinshan.chronicle.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** Permanent redirects (301) from old addresses to the present ones, with their query. */
public final class Moved extends RedirectView {

    /** @param address on this site, without a query */
    public Moved(String address) {
        super(address);
        setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        setPropagateQueryParams(true);
        setExposeModelAttributes(false);
    }
}
