package fanweb.listing;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Rows to be changed or deleted at once.
 *
 * @param selection which
 * @param confirm how many the caller believes there are
 */
public record Bulk(Selection selection, OptionalLong confirm) {
  /**
   * Refuses to go on without a confirmation.
   *
   * @param rows how many there are, for the caller to confirm
   */
  public void demandConfirm(LongSupplier rows) {
    if (confirm.isEmpty()) {
      throw RefusedException.invalid(
          Fault.inQuery(
              "confirm",
              "is needed: the number of rows that this is about, now " + rows.getAsLong()));
    }
  }

  /**
   * Refuses what was done, so that it is rolled back, unless it is what was confirmed.
   *
   * @param rows how many were changed or deleted
   */
  public void demandConfirmed(long rows) {
    if (confirm.isPresent() && confirm.getAsLong() != rows) {
      String detail = "is " + confirm.getAsLong() + ", but this is about " + rows + " rows";
      throw new RefusedException(
          Reason.CONFLICT,
          "confirm " + detail + "; nothing was changed",
          List.of(Fault.inQuery("confirm", detail)));
    }
  }
}
