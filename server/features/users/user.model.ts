import {
  type CreationOptional,
  col,
  where as compare,
  DataTypes,
  type FindOptions,
  fn,
  type HasManyCountAssociationsMixin,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  Op,
  type Sequelize,
  type WhereOptions,
} from 'sequelize';

/** Somebody with an account. The default scope leaves disabled users out; any other scope replaces it. */
export class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare id: CreationOptional<number>;
  /** An e-mail address, unique without regard to case. */
  declare username: string;
  declare name: string;
  declare passwordHash: string;
  declare admin: CreationOptional<boolean>;
  declare disabled: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare countNotes: HasManyCountAssociationsMixin;

  /** How many notes this user has written, counted in the database; `where` says which of them count. */
  numberOfNotes(where: WhereOptions = {}): Promise<number> {
    return this.countNotes({ where });
  }

  /**
   * The users (of the scope it is called on) with more than `limit` notes, counted in the database. `options` may page them,
   * and `where` says which notes count.
   */
  static withNotes(limit: number, options: FindOptions = {}, where?: WhereOptions): Promise<User[]> {
    return this.findAll({
      order: [['id', 'ASC']],
      ...options,
      include: [{ association: 'notes', attributes: [], where }],
      group: [col('user.id')],
      having: compare(fn('count', col('notes.id')), Op.gt, limit),
      subQuery: false, // with a limit Sequelize would count inside a subquery that knows no notes
    });
  }
}

export function defineUser(sequelize: Sequelize): void {
  User.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      username: { type: DataTypes.TEXT, allowNull: false, validate: { isEmail: true } },
      name: { type: DataTypes.TEXT, allowNull: false },
      passwordHash: { type: DataTypes.TEXT, allowNull: false },
      admin: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      disabled: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    {
      sequelize,
      modelName: 'user',
      tableName: 'users',
      defaultScope: { where: { disabled: false } },
      scopes: {
        admin: { where: { admin: true } },
        disabled: { where: { disabled: true } },
        /** `pattern` is an ILIKE pattern, `%jami%` for anywhere in the name. */
        name: (pattern: string) => ({ where: { name: { [Op.iLike]: pattern } } }),
      },
    },
  );
}
