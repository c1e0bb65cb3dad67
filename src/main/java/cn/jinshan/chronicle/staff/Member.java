package cn.jinshan.chronicle.staff;

/**
 * Account, as administrators see it.
 *
 * @param version that a change of it has to name
 */
public record Member(long id, long version, String name, String fullName, Role role, Standing standing) {

    /** Whether somebody can sign in. */
    enum Standing {
        /** With their password. */
        ACTIVE,
        /** Not before they choose a password, with the link they were handed. */
        INVITED,
        /** Not until an administrator lets them again. */
        DISABLED
    }

    static Member of(Account account) {
        return new Member(
                account.id(),
                account.version(),
                account.name(),
                account.fullName(),
                account.role(),
                account.isDisabled() ? Standing.DISABLED : account.maySignIn() ? Standing.ACTIVE : Standing.INVITED);
    }
}
