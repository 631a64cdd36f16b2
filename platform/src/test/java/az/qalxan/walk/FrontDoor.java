package az.qalxan.walk;

import static az.qalxan.walk.Chromium.type;

import az.qalxan.access.Accounts;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.access.TestCodes;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** Where people of the walks sign in, by keyboard, with password and code. */
record FrontDoor(ApplicationContext context, int port) {

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Somebody new of that body and those roles signs in. */
    void enter(Page page, String language, String body, Role... roles) {
        enter(page, language, SignedIn.account(context.getBean(Accounts.class), body, roles));
    }

    void enter(Page page, String language, TestAccount account) {
        enter(page, language, account, looked -> {});
    }

    /** The same, with a look at each page of the way. */
    void enter(Page page, String language, TestAccount account, Consumer<Page> look) {
        page.navigate(at("/sign-in?lang=" + language));
        look.accept(page);
        type(page, "#username", account.username().value());
        type(page, "#password", TestAccount.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("#code");
        look.accept(page);
        type(page, "#code", TestCodes.now(context, account));
        page.keyboard().press("Enter");
        page.waitForURL(at("/"));
        look.accept(page);
    }
}
