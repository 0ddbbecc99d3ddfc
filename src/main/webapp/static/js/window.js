// What the browser's window says: keys that hold everywhere, being put away and brought back, the network.

function switchGroup(step) {
  const links = [...document.querySelectorAll('.glist a')];
  const here = links.findIndex((link) => link.getAttribute('aria-current') === 'page');
  links[here + step]?.click();
}

/** Alt and an arrow lead to the next group, Escape leads out of the log. */
export function wireKeys(composer) {
  document.addEventListener('keydown', (event) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      switchGroup(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Escape' && event.target.closest('.log')) {
      composer.focus();
    }
  });
}

/** Whatever speaks for the line being there again, or gone, makes the connection look; `looked`: somebody looks at us. */
export function wireReturn(connection, looked) {
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      looked();
      connection.hurry();
    }
  });
  addEventListener('online', () => connection.hurry());
  addEventListener('offline', () => connection.hurry());
  // A page with an open socket is not kept for the way back, and one that is kept hears nothing.
  let slept = false;
  addEventListener('pagehide', (event) => {
    slept = event.persisted && !connection.isStopped;
    if (slept) {
      connection.sleep();
    }
  });
  addEventListener('pageshow', () => {
    if (slept) {
      slept = false;
      connection.open();
    }
  });
}
