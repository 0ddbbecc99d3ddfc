package fanweb.platform.wiring;

import fanweb.account.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** The server's own transactions. */
@ApplicationScoped
public class JtaTransactions implements Transactions {
  @Override
  @Transactional
  public <T> T within(Supplier<T> work) {
    return work.get();
  }
}
