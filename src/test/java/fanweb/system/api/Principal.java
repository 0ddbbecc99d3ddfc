package fanweb.system.api;

/** Columns of the table of routes, as far as they can be tried: each with how one becomes them. */
enum Principal {
  /** Whoever comes. */
  GUEST {
    @Override
    String token(KnownPeople people) {
      return "";
    }
  },
  /** Signed in, without a role of their own. */
  USER {
    @Override
    String token(KnownPeople people) {
      return people.token(people.person(), "*");
    }
  },
  /** Signed in, with the role that may do everything. */
  ADMINISTRATOR {
    @Override
    String token(KnownPeople people) {
      return people.token(people.person("administrator"), "*");
    }
  },
  /** The token in the settings. */
  MACHINE {
    @Override
    String token(KnownPeople people) {
      return ApiServer.TOKEN;
    }
  };

  /** A bearer token that shows who it is; empty for none. */
  abstract String token(KnownPeople people);
}
