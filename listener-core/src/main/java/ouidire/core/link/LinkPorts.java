package ouidire.core.link;

/**
 * What there is to know of links and to do about them.
 *
 * @param book where short links lead and which links were lost
 * @param visits imported ones
 * @param files reads them
 * @param checks looks for lost links
 * @param webmentions takes them
 */
public record LinkPorts(
    LinkBook book,
    VisitBook visits,
    VisitFiles files,
    LinkChecks checks,
    Webmentions webmentions) {}
