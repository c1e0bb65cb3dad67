package cn.jinshan.chronicle.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** Leads whoever kept an old address on to the present one, for good (301), with whatever else was asked for. */
public final class Moved extends RedirectView {

    /** @param address on this site, without a query */
    public Moved(String address) {
        super(address);
        setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        setPropagateQueryParams(true);
        setExposeModelAttributes(false);
    }
}
