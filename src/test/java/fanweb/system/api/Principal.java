package fanweb.system.api;

/** Columns of the table of routes, as far as they can be tried: each with how one becomes them. */
enum Principal {
  /** Whoever comes. */
  GUEST {
    @Override
    String[] headers(KnownPeople people) {
      return new String[0];
    }
  },
  /** With a token of their own, without a role of their own. */
  USER {
    @Override
    String[] headers(KnownPeople people) {
      return bearer(people.token(people.person(), "*"));
    }
  },
  /** With a token of their own and the role that may do everything. */
  ADMINISTRATOR {
    @Override
    String[] headers(KnownPeople people) {
      return bearer(people.token(people.person("administrator"), "*"));
    }
  },
  /** The token in the settings. */
  MACHINE {
    @Override
    String[] headers(KnownPeople people) {
      return bearer(ApiServer.TOKEN);
    }
  },
  /** A page of somebody who has not signed in. */
  PAGE_GUEST {
    @Override
    String[] headers(KnownPeople people) {
      return OpenPage.ofGuest(people.server()).headers();
    }
  },
  /** A page of somebody who has, without a role of their own. */
  PAGE_USER {
    @Override
    String[] headers(KnownPeople people) {
      return OpenPage.of(people.server(), people.login(), KnownPeople.PASSWORD).headers();
    }
  },
  /** A page of somebody who may do everything. */
  PAGE_ADMINISTRATOR {
    @Override
    String[] headers(KnownPeople people) {
      return OpenPage.of(people.server(), people.login("administrator"), KnownPeople.PASSWORD)
          .headers();
    }
  };

  /** The headers that show who it is, name after value after name. */
  abstract String[] headers(KnownPeople people);

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }
}
