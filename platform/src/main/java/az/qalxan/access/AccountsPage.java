package az.qalxan.access;

import java.util.List;

/**
 * A page of accounts.
 *
 * @param next where the next page is; empty on the last one
 */
record AccountsPage(AccountFilter filter, List<Row> accounts, String next) {

    AccountsPage {
        accounts = List.copyOf(accounts);
    }

    /** One account with its body's short name. */
    record Row(Account account, String body) {}
}
